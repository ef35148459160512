using System.Globalization;
using System.Text.Json;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Answers;

/// <summary>Values, times and names as people of a language write them.</summary>
static class Wording
{
    static readonly CultureInfo _pt = CultureInfo.GetCultureInfo("pt-BR"), _en = CultureInfo.GetCultureInfo("en-US");

    public static string Thing(ThingDescription thing, Lang lang) => Human.Pick(thing.Device, "title", lang) ?? thing.Title;

    public static string Property(ThingDescription thing, string property, Lang lang) =>
        Human.Pick(Human.Part(thing.Device, "properties", property), "title", lang) ?? NameSet.Spaced(property);

    public static string Value(ThingDescription thing, string property, JsonElement value, Hearer hearer)
    {
        var unit = thing.Properties.GetValueOrDefault(property)?.Schema.Unit;
        return value.ValueKind switch
        {
            JsonValueKind.Number => Number(value.GetDouble(), unit, hearer),
            JsonValueKind.True => hearer.Of("sim", "yes"),
            JsonValueKind.False => hearer.Of("não", "no"),
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        };
    }

    /// <summary>27,4 °C; 80%</summary>
    public static string Number(double number, string? unit, Hearer hearer) =>
        number.ToString("#,0.##", hearer.IsPt ? _pt : _en) + (unit is null ? "" : unit == "%" ? "%" : " " + unit);

    /// <summary>às 14:32; ontem às 14:32; em 05/03 às 14:32</summary>
    public static string At(DateTimeOffset time, Hearer hearer)
    {
        var local = TimeZoneInfo.ConvertTime(time, hearer.Zone);
        var clock = (hearer.IsPt ? local.Hour == 1 ? "à " : "às " : "at ") + local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return Days(local, hearer) switch
        {
            0 => clock,
            1 => $"{hearer.Of("ontem", "yesterday")} {clock}",
            _ => $"{hearer.Of("em", "on")} {Date(local, hearer)} {clock}",
        };
    }

    /// <summary>desde as 14:32, since yesterday at 14:32</summary>
    public static string Since(DateTimeOffset time, Hearer hearer) =>
        hearer.IsPt ? "desde " + NoAccent(Bare(At(time, hearer), "em ")) : "since " + Bare(Bare(At(time, hearer), "on "), "at ").Replace(" at ", " ");

    static string Bare(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : text;

    // "desde as 14:32"; but "desde ontem às 14:32"
    static string NoAccent(string at) => at.StartsWith('à') ? "a" + at[1..] : at;

    public static string Range(TimeRange? range, Hearer hearer)
    {
        if (range is null) return hearer.Of("desde o começo dos registros", "since the records began");
        if (range.IsInstant) return At(range.From, hearer);
        var (from, to) = (TimeZoneInfo.ConvertTime(range.From, hearer.Zone), TimeZoneInfo.ConvertTime(range.To, hearer.Zone));
        if (from.TimeOfDay == default && from.Date == to.Date) return Days(from, hearer) == 0 ? hearer.Of("hoje", "today") : Both(from, to, hearer);
        if (from.TimeOfDay == default && to.TimeOfDay == default && to.Date == from.Date.AddDays(1))
            return Days(from, hearer) == 1 ? hearer.Of("ontem", "yesterday") : $"{hearer.Of("em", "on")} {Date(from, hearer)}";
        return Both(from, to, hearer);
    }

    public static string Span(TimeSpan span, Hearer hearer)
    {
        if (span < TimeSpan.FromMinutes(1)) return Number(Math.Round(span.TotalSeconds), "s", hearer);
        var hours = (long)span.TotalHours;
        return hours == 0 ? $"{span.Minutes} min" : span.Minutes == 0 ? $"{hours} h" : $"{hours} h {span.Minutes} min";
    }

    /// <summary>A title that says how a thing stands (Ligada, Open), rather than what is measured; null when it does not.</summary>
    public static string? State(ThingDescription thing, string property, Lang lang)
    {
        var title = Property(thing, property, lang);
        var tokens = Intents.Reading.Utterance.Read(title).Tokens;
        return Vocabulary.Shipped.States(lang).At(tokens, 0).Any(s => s.Length == tokens.Count && s.Meaning.State != "present") ? title.ToLowerInvariant() : null;
    }

    static string Both(DateTimeOffset from, DateTimeOffset to, Hearer hearer) =>
        $"{hearer.Of("entre", "between")} {Moment(from, hearer)} {hearer.Of("e", "and")} {Moment(to, hearer)}";

    static string Moment(DateTimeOffset local, Hearer hearer)
    {
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return Days(local, hearer) == 0 ? clock : $"{Date(local, hearer)} {clock}";
    }

    static string Date(DateTimeOffset local, Hearer hearer) => hearer.IsPt
        ? local.ToString(local.Year == hearer.Now.Year ? "dd/MM" : "dd/MM/yyyy", CultureInfo.InvariantCulture)
        : local.ToString(local.Year == hearer.Now.Year ? "d MMMM" : "d MMMM yyyy", _en);

    static int Days(DateTimeOffset local, Hearer hearer) => (TimeZoneInfo.ConvertTime(hearer.Now, hearer.Zone).Date - local.Date).Days;
}

/// <summary>The grammar of a noun as its endings show it: plain, and right for what labs measure.</summary>
static class Gender
{
    static readonly string[] _feminine = ["a", "ção", "são", "zão", "dade", "gem"];
    static readonly string[] _masculine = ["sistema", "problema", "programa", "grama", "mapa"];

    public static bool IsFeminine(string noun)
    {
        var first = noun.ToLowerInvariant().Split(' ')[0];
        var one = first.Length > 3 && first[^1] == 's' ? first[..^1] : first;
        return !_masculine.Contains(one) && _feminine.Any(one.EndsWith);
    }

    public static bool IsPlural(string noun) => noun.Split(' ')[0] is { Length: > 4 } first && first[^1] == 's';

    /// <summary>a temperatura, os terminais</summary>
    public static string WithArticle(string noun)
    {
        var article = (IsFeminine(noun) ? "A" : "O") + (IsPlural(noun) ? "s" : "");
        return $"{article} {char.ToLowerInvariant(noun[0])}{noun[1..]}";
    }

    /// <summary>máxima, máximos</summary>
    public static string Agree(string masculine, string noun) => (IsFeminine(noun) ? masculine[..^1] + "a" : masculine) + (IsPlural(noun) ? "s" : "");
}
