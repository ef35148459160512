namespace Gemeo.Log;

/// <summary>The openings of a log. A cursor names the one that gave it, so that a log put back from a backup, which does not know its later
/// openings, refuses the cursors that they gave: what they pointed behind is not what it holds.</summary>
/// <param name="log">The log's own name.</param>
/// <param name="tag">Of this opening.</param>
/// <param name="ends">Of each opening the head at which the next began.</param>
sealed class LogRuns(string log, string tag, IReadOnlyDictionary<string, long> ends)
{
    public string Name => $"{log}-{tag}";

    public static string NewLog() => Convert.ToHexStringLower(Guid.CreateVersion7().ToByteArray().AsSpan(10));

    public static string NewTag() => Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 4));

    public bool Gave(Cursor cursor)
    {
        var dash = cursor.LogId.IndexOf('-');
        return dash > 0 && cursor.LogId.AsSpan(0, dash).SequenceEqual(log) && ends.TryGetValue(cursor.LogId[(dash + 1)..], out var end) && cursor.N <= end;
    }
}
