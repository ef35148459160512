#nullable enable
using System.Globalization;
using Gemeo.Client;

namespace Gemeo.Unity
{
    /// <summary>A value as a person reads it. Pure, and without the system's cultures: the Web platform has none.</summary>
    public static class ValueWords
    {
        public const string Unknown = "—";
        static readonly NumberFormatInfo _point = NumberFormatInfo.InvariantInfo;
        static readonly NumberFormatInfo _comma = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

        /// <param name="format">Of numbers, as .NET has it: <c>0.0</c>.</param>
        /// <param name="yes">What true is called; empty for yes, in the language.</param>
        public static string Of(Value value, string format, string unit, string language, string yes = "", string no = "")
        {
            var words = Bare(value, format, IsEnglish(language), yes, no);
            return unit.Length == 0 || value.Kind == ValueKind.Null ? words : words + " " + unit;
        }

        public static bool IsEnglish(string language) => language.StartsWith("en", System.StringComparison.OrdinalIgnoreCase);

        static string Bare(Value value, string format, bool english, string yes, string no)
        {
            if (value.Number is { } number) return number.ToString(format.Length > 0 ? format : "0.##", english ? _point : _comma);
            if (!(value.Boolean is { } flag)) return value.Kind == ValueKind.Null ? Unknown : value.ToString();
            if (flag) return yes.Length > 0 ? yes : english ? "yes" : "sim";
            return no.Length > 0 ? no : english ? "no" : "não";
        }
    }
}
