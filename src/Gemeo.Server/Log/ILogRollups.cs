namespace Gemeo.Log;

/// <summary>How finely readings are added up: by minute or by hour of UTC.</summary>
public enum Rollup : byte { Minute, Hour }

/// <summary>Since when there is what, Unix microseconds; <see cref="long.MinValue"/> for as long as there is a log.</summary>
public sealed record KeptSince(long Readings, long Minutes);

/// <summary>What a run of the log adds to the roll-ups.</summary>
/// <param name="After">The place behind which it begins: where the roll-ups must stand when it is kept.</param>
/// <param name="Minutes">By the store's own key of a name.</param>
/// <param name="More">The log goes on behind it.</param>
public sealed record RollupStep(long After, long Through, IReadOnlyDictionary<(long Point, long Start), Piece> Minutes, bool More);

/// <summary>The numbers that properties reported, added up beside the log: they follow it in steps, and outlive its entries.</summary>
public interface ILogRollups
{
    /// <summary>The last place that is in them.</summary>
    long Through { get; }

    KeptSince Kept { get; }

    /// <summary>Reads what comes next, at most so many entries.</summary>
    RollupStep Gather(int most, CancellationToken cancel);

    /// <summary>Takes a step in, with its place, in one transaction; false when it was in them already. Runs on the writer's thread: <see cref="LogWriter.RunAsync"/>.</summary>
    bool Keep(RollupStep step);

    /// <summary>Whether anything of a property is in them.</summary>
    bool Any(Track track);

    /// <summary>Hands over a property's minutes or hours that begin within the time, and the readings within it that are not in them yet: together all there was.</summary>
    void Walk(Track track, Rollup rollup, Action<Piece> take, CancellationToken cancel);

    /// <summary>Forgets what began before a time, some of it; whether there is more. Runs on the writer's thread.</summary>
    bool Prune(Rollup rollup, long before);
}
