using Gemeo.Log;

namespace Gemeo.History;

/// <summary>A property or event over a time, with as many points as were asked for at most.</summary>
/// <param name="From">Unix microseconds; both ends are in.</param>
/// <param name="Step">Microseconds of a bucket; null when each point is one reading.</param>
/// <param name="Points">Of numbers, by the start of their bucket; empty for words.</param>
/// <param name="Changes">Of words (and whatever is no number): when it became what.</param>
/// <param name="More">There were more changes, older ones.</param>
/// <param name="Before">What held when it began.</param>
public sealed record Chart(long From, long To, long? Step, IReadOnlyList<(long Time, Piece Piece)> Points, IReadOnlyList<Entry>? Changes, bool More, Entry? Before);
