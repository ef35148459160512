using System.Diagnostics;

namespace Gemeo.Bench.Wire;

/// <summary>Which readings of one offering reached which client. Written by the receiving thread only.</summary>
sealed class Tally(Pace pace, int clients, bool timed)
{
    readonly ulong[][] _seen = [.. Enumerable.Range(0, clients).Select(_ => new ulong[(pace.Count + 63) / 64])];
    readonly int[][] _last = [.. Enumerable.Range(0, clients).Select(_ => new int[Load.Sensors])];
    readonly float[] _milliseconds = timed ? new float[pace.Count * clients] : [];
    long _arrived;

    public long Expected { get; } = (long)pace.Count * clients;

    public long Arrived => Volatile.Read(ref _arrived);

    public long Doubled { get; private set; }

    public long Disordered { get; private set; }

    /// <summary>When each reading left, by its place in the offering; null when latency is not asked for.</summary>
    public long[]? Sent { get; } = timed ? new long[pace.Count] : null;

    /// <summary>Milliseconds from just before the publish to the receipt, unsorted.</summary>
    public ReadOnlySpan<float> Milliseconds => _milliseconds.AsSpan(0, (int)Math.Min(_arrived, _milliseconds.Length));

    public void Add(int client, int number, long now)
    {
        var index = number - pace.First;
        if ((uint)index >= (uint)pace.Count)
            return;
        ref var word = ref _seen[client][index >> 6];
        var bit = 1UL << (index & 63);
        if ((word & bit) != 0)
        {
            Doubled++;
            return;
        }
        word |= bit;
        ref var last = ref _last[client][number % Load.Sensors];
        if (number < last)
            Disordered++;
        last = number;
        if (Sent is not null)
            _milliseconds[_arrived] = (float)Stopwatch.GetElapsedTime(Sent[index], now).TotalMilliseconds;
        Volatile.Write(ref _arrived, _arrived + 1);
    }
}
