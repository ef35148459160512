using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Gemeo.Fuzz.Mutation;

namespace Gemeo.Fuzz.Http;

/// <summary>Ids and cursors that answers told, so that what was made is asked for, changed and deleted too.</summary>
/// <param name="reserved">Keys that are to hold to the end: their ids are not asked for, lest they be revoked.</param>
sealed partial class Learned(IReadOnlyList<string> reserved)
{
    const int Most = 200;
    readonly ConcurrentQueue<string> _ids = new(), _cursors = new();

    public void From(ReadOnlySpan<byte> answer)
    {
        var text = Encoding.UTF8.GetString(answer[..Math.Min(answer.Length, 16 << 10)]);
        foreach (var id in Id().Matches(text).Take(5).Select(m => m.Groups[1].Value).Where(i => !reserved.Any(k => k.Contains(i, StringComparison.Ordinal)))) Keep(_ids, id);
        foreach (var cursor in CursorText().Matches(text).Take(2)) Keep(_cursors, cursor.Value);
    }

    public string Any(Chance chance) => Of(_ids, chance) ?? "01a21834f30f72c7b6c45b1eb3e87869";

    public string Cursor(Chance chance)
    {
        var cursor = Of(_cursors, chance) ?? "5a0e9cf77cb6:1";
        return chance.Percent(60) ? cursor : cursor.Split(':')[0] + ":" + Strange.Number(chance);
    }

    static string? Of(ConcurrentQueue<string> kept, Chance chance) => kept.ToArray() is { Length: > 0 } all ? chance.Of(all) : null;

    static void Keep(ConcurrentQueue<string> kept, string one)
    {
        kept.Enqueue(one);
        if (kept.Count > Most) kept.TryDequeue(out _);
    }

    [GeneratedRegex("\"(?:id|conversation)\":\"([^\"]{1,64})\"")]
    private static partial Regex Id();

    [GeneratedRegex("[0-9a-f]{12}:\\d+")]
    private static partial Regex CursorText();
}
