using System.Globalization;
using System.Text;
using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Cli;

/// <summary>Values, times and other people's text as a person reads them.</summary>
public static class Printable
{
    /// <summary>Control characters become visible: a payload must not move the cursor, ring the bell or turn text around.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsUnseen)) return text;
        var shown = new StringBuilder(text.Length + 8);
        foreach (var c in text)
            if (IsUnseen(c)) shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else shown.Append(c);
        return shown.ToString();
    }

    static bool IsUnseen(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>Text without its quotes, everything else as JSON.</summary>
    public static string Value(JToken? value) => Client.Value.Of(value).ToString();

    public static string Value(JToken? value, string? unit) => unit is null ? Value(value) : $"{Value(value)} {unit}";

    /// <summary>Local time; with its date when that is not today.</summary>
    public static string Time(DateTimeOffset? time, TimeProvider clock)
    {
        if (time is not { } at) return "";
        var (local, now) = (TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone), clock.GetLocalNow());
        return local.ToString(local.Date == now.Date ? "HH:mm:ss.fff" : "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
    }

    /// <summary>A Thing Description's text in the reader's language, or the one there is.</summary>
    public static string Title(JToken of, string language) =>
        of.Members("titles").FirstOrDefault(t => t.Name.StartsWith(language, StringComparison.OrdinalIgnoreCase))?.Value.Text() ?? of.Text("title") ?? "";
}
