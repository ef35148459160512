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

    static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> rest, out bool last)
    {
        var end = rest.IndexOf('/');
        last = end < 0;
        var level = last ? rest : rest[..end];
        rest = last ? default : rest[(end + 1)..];
        return level;
    }
}
