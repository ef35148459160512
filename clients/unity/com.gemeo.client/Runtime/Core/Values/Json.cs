#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>Reading JSON that may lack anything, without reflection: times stay the texts that came.</summary>
    public static class Json
    {
        const int Deepest = 64;

        /// <exception cref="BadAnswerException">It is no JSON.</exception>
        public static JToken Parse(string text)
        {
            try
            {
                using var reader = Reader(text);
                var token = JToken.ReadFrom(reader);
                while (reader.Read())
                {
                    if (reader.TokenType != JsonToken.Comment) throw new BadAnswerException("something follows the JSON");
                }
                return token;
            }
            catch (JsonException why) { throw new BadAnswerException(why.Message, why); }
        }

        internal static JsonTextReader Reader(string text) =>
            new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Double, MaxDepth = Deepest };

        /// <summary>What lies below these names; null where anything on the way is missing.</summary>
        public static JToken? At(this JToken? of, params string[] names)
        {
            foreach (var name in names)
            {
                if (!(of is JObject whole)) return null;
                of = whole[name];
            }
            return of is null || of.Type == JTokenType.Null ? null : of;
        }

        public static string? Text(this JToken? of, params string[] names) => of.At(names) is { Type: JTokenType.String } text ? (string?)text : null;

        public static bool Flag(this JToken? of, params string[] names) => of.At(names) is { Type: JTokenType.Boolean } flag && (bool)flag;

        public static double? Number(this JToken? of, params string[] names) =>
            of.At(names) is { } number && (number.Type == JTokenType.Integer || number.Type == JTokenType.Float) ? (double)number : (double?)null;

        public static long Count(this JToken? of, params string[] names) => of.At(names) is JValue { Value: long count } ? count : 0;

        public static DateTimeOffset? Time(this JToken? of, params string[] names) =>
            of.Text(names) is { } text && TryTime(text, out var time) ? time : (DateTimeOffset?)null;

        /// <summary>Of an array; nothing where there is none.</summary>
        public static IEnumerable<JToken> Items(this JToken? of, params string[] names) => of.At(names) is JArray items ? items : Enumerable.Empty<JToken>();

        /// <summary>Of an object, in their order; nothing where there is none.</summary>
        public static IEnumerable<JProperty> Members(this JToken? of, params string[] names) => of.At(names) is JObject whole ? whole.Properties() : Enumerable.Empty<JProperty>();

        internal static bool TryTime(string text, out DateTimeOffset time) =>
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

        /// <summary>ISO 8601 in UTC, as the server takes it in an address.</summary>
        internal static string Iso(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

        public static string Line(this JToken json) => json.ToString(Formatting.None);
    }
}
