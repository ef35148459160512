using System.Diagnostics;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz.Attacks;

/// <summary>Case after case through one door until the time is up.</summary>
public sealed class Attack(IDoor door, Target target, Findings findings)
{
    static readonly TimeSpan _lateComers = TimeSpan.FromSeconds(60);
    long _next;

    public Tally Tally { get; } = new();

    /// <param name="most">How many cases at most.</param>
    public async Task RunAsync(ulong seed, TimeSpan duration, long most, CancellationToken cancel)
    {
        await door.PrepareAsync(target, cancel);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(duration + _lateComers);
        var began = Stopwatch.GetTimestamp();
        bool More() => Stopwatch.GetElapsedTime(began) < duration && Interlocked.Read(ref _next) < most && !cancel.IsCancellationRequested && target.Alive;
        await Task.WhenAll(Enumerable.Range(0, door.AtOnce).Select(_ => Task.Run(() => WorkAsync(seed, More, late.Token), CancellationToken.None)));
    }

    async Task WorkAsync(ulong seed, Func<bool> more, CancellationToken cancel)
    {
        while (more())
        {
            var made = door.Make(seed, Interlocked.Increment(ref _next) - 1);
            await PlayAsync(made, cancel);
        }
    }

    public async Task PlayAsync(Case made, CancellationToken cancel)
    {
        findings.Began(made);
        Outcome outcome;
        try { outcome = await door.PlayAsync(made, target, cancel); }
        catch (OperationCanceledException) { outcome = new("unfinished at the end"); }
        Tally.Add(outcome, made.Pieces.Sum(p => (long)p.Bytes.Length));
        if (outcome.Finding is { } finding) findings.Add(finding, [made]);
        if (outcome.Lesser is { } lesser) findings.AddLesser(lesser, made);
    }
}
