using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gemeo.Labs;

/// <summary>The lab's own words: name, language, time zone.</summary>
sealed partial record LabHeader(ImmutableDictionary<string, string> Name, string Language, TimeZoneInfo TimeZone)
{
    static readonly string[] _known =
    [
        "$schema", "$comment", "name", "description", "language", "timeZone", "@context", "security", "securityDefinitions", "base",
        "things", "models", "shortcuts", "scene",
    ];

    public static LabHeader Read(Place lab)
    {
        foreach (var member in lab.Members())
            if (!_known.Contains(member.Key) && !member.Key.StartsWith("x-", StringComparison.Ordinal))
                member.Fault($"expected one of {string.Join(", ", _known)}, or a name that begins with x-; not \"{member.Key}\"."
                    + Nearest.Hint(member.Key, _known));
        lab.Text("$schema");
        if (lab.Get("description") is { } description) HumanWords.ByLanguage(description);
        return new(LabName(lab), LabLanguage(lab), Zone(lab));
    }

    static ImmutableDictionary<string, string> LabName(Place lab)
    {
        if (lab.Get("name") is not { } name)
        {
            lab.Fault("expected \"name\": a string, or strings by language tag");
            return ImmutableDictionary<string, string>.Empty;
        }
        var words = HumanWords.ByLanguage(name);
        if (words.IsEmpty || words.Values.Any(string.IsNullOrWhiteSpace)) name.Fault("expected a name that is not empty");
        return words;
    }

    static string LabLanguage(Place lab)
    {
        if (lab.Text("language") is not { } tag) return "en";
        if (HumanWords.TagFault(tag) is { } fault) lab.Fault("language", fault);
        return tag;
    }

    static TimeZoneInfo Zone(Place lab)
    {
        if (lab.Text("timeZone") is not { } name) return TimeZoneInfo.Utc;
        if (IanaName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId) return zone;
        lab.Fault("timeZone", $"expected an IANA time zone such as \"America/Sao_Paulo\"; \"{name}\" is none."
            + Nearest.Hint(name, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)));
        return TimeZoneInfo.Utc;
    }

    // Also keeps a path out of the look-up, which reads files of that name.
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\z")]
    private static partial Regex IanaName();
}
