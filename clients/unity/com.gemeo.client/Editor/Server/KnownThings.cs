#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using Gemeo.Client;
using Newtonsoft.Json.Linq;
using UnityEditor;

namespace Gemeo.Unity.Editor
{
    /// <summary>The things that a server listed last. Kept for the session: each compile forgets static fields.</summary>
    static class KnownThings
    {
        const string Name = "Gemeo.Things";
        static IReadOnlyList<ThingDescription>? _all;

        public static IReadOnlyList<ThingDescription> All => _all ??= Read(SessionState.GetString(Name, "[]"));

        public static void Take(IReadOnlyList<ThingDescription> things)
        {
            _all = things;
            SessionState.SetString(Name, new JArray(things.Select(t => t.Document)).Line());
        }

        /// <summary>As after a compile: what the session kept is read again.</summary>
        internal static void Forget() => _all = null;

        public static ThingDescription? Find(string id) => All.FirstOrDefault(t => t.Id == id);

        /// <summary>Those in which every word is found, in title, id, kind, room or a property's name; accents and capitals aside.</summary>
        public static IEnumerable<ThingDescription> Search(string words)
        {
            var wanted = words.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
            return All.Where(t => wanted.All(word => Texts(t).Any(text => Holds(text, word))));
        }

        static IEnumerable<string> Texts(ThingDescription thing) =>
            new[] { thing.Title, thing.Id, thing.Kind ?? "", thing.Room ?? "" }.Concat(thing.Properties);

        static bool Holds(string text, string word) => System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            text, word, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0;

        static IReadOnlyList<ThingDescription> Read(string json) => Json.Parse(json).Select(t => new ThingDescription(t)).ToList();
    }
}
