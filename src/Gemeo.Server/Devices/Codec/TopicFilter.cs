namespace Gemeo.Devices.Codec;

/// <summary>MQTT topic filters.</summary>
public static class TopicFilter
{
    /// <summary>True when a subscription to the filter would get the topic (MQTT 5, 4.7): <c>+</c> is one level, <c>#</c> the rest and
    /// the parent too; a leading wildcard never matches topics that begin with <c>$</c>. A malformed filter matches nothing.</summary>
    public static bool Matches(ReadOnlySpan<char> filter, ReadOnlySpan<char> topic)
    {
        if (filter.IsEmpty || topic.IsEmpty || (topic[0] == '$' && filter[0] is ('+' or '#')) || topic.ContainsAny('+', '#'))
            return false;
        while (true)
        {
            var level = Cut(ref filter, out var lastOfFilter);
            if (level is "#")
                return lastOfFilter;
            var name = Cut(ref topic, out var lastOfTopic);
            if (level is not "+" && (level.ContainsAny('+', '#') || !level.SequenceEqual(name)))
                return false;
            if (lastOfTopic)
                return lastOfFilter || filter is "#";
            if (lastOfFilter)
                return false;
        }
    }

    /// <summary>True when some topic matches both filters.</summary>
    public static bool Overlap(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.IsEmpty || other.IsEmpty || (one[0] == '$' && other[0] is ('+' or '#')) || (other[0] == '$' && one[0] is ('+' or '#'))) return false;
        while (true)
        {
            var level = Cut(ref one, out var lastOfOne);
            var name = Cut(ref other, out var lastOfOther);
            if (level is "#" || name is "#") return true;
            if (level is not "+" && name is not "+" && !level.SequenceEqual(name)) return false;
            if (lastOfOne && lastOfOther) return true;
            if (lastOfOne) return other is "#";
            if (lastOfOther) return one is "#";
        }
    }

    /// <summary>True when it is a filter that MQTT allows (4.7.1), and one that is no shared subscription.</summary>
    public static bool IsValid(string filter)
    {
        if (filter.Length == 0 || filter.Contains('\0') || filter.StartsWith("$share", StringComparison.Ordinal)) return false;
        var levels = filter.Split('/');
        return Array.TrueForAll(levels, l => l.AsSpan().IndexOfAny('+', '#') < 0 || l is "+" or "#") && Array.IndexOf(levels, "#") is var at && (at < 0 || at == levels.Length - 1);
    }

    static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> rest, out bool last)
    {
        var end = rest.IndexOf('/');
        last = end < 0;
        var level = last ? rest : rest[..end];
        rest = last ? default : rest[(end + 1)..];
        return level;
    }
}
