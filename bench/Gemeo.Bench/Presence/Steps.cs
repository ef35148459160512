using System.Collections.Immutable;
using System.Diagnostics;
using Gemeo.Bench.Report;

namespace Gemeo.Bench.Presence;

/// <summary>When each step was sent, and how long it took to each of the others. One thread's.</summary>
sealed class Steps(int people)
{
    /// <summary>As far as a pose may lie from the middle.</summary>
    const int Most = 9_999;

    readonly long[][] _sent = [.. Enumerable.Range(0, people).Select(_ => new long[Most + 1])];
    readonly int[] _taken = new int[people];
    readonly List<float>[] _times = [.. Enumerable.Range(0, people).Select(_ => new List<float>(1 << 16))];
    long _carried;

    public int People => people;

    /// <summary>Everybody begins at step 0 again; the times stay.</summary>
    public void Restart() => Array.Clear(_taken);

    public int Take(int person)
    {
        var step = ++_taken[person];
        if (step > Most)
            throw new InvalidOperationException("a walk is too long for its numbers");
        _sent[person][step] = Stopwatch.GetTimestamp();
        return step;
    }

    public void Arrived(int at, int person, int step, long now, bool carried)
    {
        _times[at].Add((float)Stopwatch.GetElapsedTime(_sent[person][step], now).TotalMilliseconds);
        if (carried)
            _carried++;
    }

    public Walk Report()
    {
        var each = _times.Select(t => Stats.Quantile([.. t.Select(m => (double)m).Order()], 0.99));
        ImmutableArray<double> all = [.. _times.SelectMany(t => t).Select(m => (double)m).Order()];
        return new(all.Length, Stats.Quantile(all, 0.5), Stats.Quantile(all, 0.99), all.IsEmpty ? double.NaN : all[^1], each.Max(), (double)_carried / all.Length);
    }
}

/// <summary>Milliseconds from a step's sending until another person has it.</summary>
/// <param name="Worst">p99 of the person who waited longest.</param>
/// <param name="Carried">Share that came within a newer step.</param>
sealed record Walk(int Count, double P50, double P99, double Max, double Worst, double Carried);
