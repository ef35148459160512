using System.Runtime.InteropServices;
using Gemeo.Log;

namespace Gemeo.History;

/// <summary>Adds pieces up by bucket, in whatever order they come. A piece must not reach beyond a bucket's end. Pure.</summary>
/// <param name="from">What begins before it (an hour of which only a part was asked for) counts in its bucket.</param>
public sealed class Buckets(long from, long step)
{
    readonly Dictionary<long, Piece> _pieces = [];

    public void Add(Piece piece)
    {
        ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_pieces, Steps.Start(Math.Max(piece.Time, from), step), out var known);
        bucket = known ? bucket.And(piece) : piece;
    }

    /// <summary>The buckets that hold anything, by their start.</summary>
    public IEnumerable<(long Start, Piece Piece)> All => _pieces.OrderBy(p => p.Key).Select(p => (p.Key, p.Value));
}
