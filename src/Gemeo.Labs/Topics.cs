using System.Text;

namespace Gemeo.Labs;

/// <summary>MQTT's own rules for topic names and filters (MQTT 5.0 §4.7): null when good, else what was expected.</summary>
static class Topics
{
    const int MostBytes = 65_535;

    /// <summary>A name that one may publish to.</summary>
    public static string? NameFault(string topic) => CommonFault(topic)
        ?? (topic.AsSpan().IndexOfAny('+', '#') >= 0
            ? $"expected an MQTT topic without + or #, since one publishes to it; not \"{topic}\"" : null)
        ?? (topic[0] == '$' ? $"expected a topic that does not begin with $ (those are the broker's); not \"{topic}\"" : null);

    /// <summary>A filter that one may subscribe to.</summary>
    public static string? FilterFault(string filter)
    {
        if (CommonFault(filter) is { } fault) return fault;
        if (filter.StartsWith("$share/", StringComparison.Ordinal))
            return "expected a plain topic filter: a shared subscription would break the order of readings";
        var levels = filter.Split('/');
        for (var i = 0; i < levels.Length; i++)
            if (LevelFault(levels[i], i == levels.Length - 1) is { } wrong)
                return $"{wrong}; not \"{filter}\"";
        return null;
    }

    static string? CommonFault(string topic)
    {
        if (topic.Length == 0) return "expected an MQTT topic that is not empty";
        if (topic.Contains('\0')) return "expected an MQTT topic without a NUL character";
        if (topic.Contains("{{", StringComparison.Ordinal))
            return $"expected a topic without placeholders; \"{topic}\" still has one ({{{{…}}}} is filled in models only)";
        return Encoding.UTF8.GetByteCount(topic) > MostBytes ? $"expected an MQTT topic of at most {MostBytes} bytes" : null;
    }

    static string? LevelFault(string level, bool last)
    {
        if (level.Contains('#') && (level != "#" || !last)) return "expected # alone, as the last level of the topic filter";
        return level.Contains('+') && level != "+" ? "expected + alone in its level of the topic filter" : null;
    }
}
