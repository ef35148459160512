namespace Gemeo.Knowledge.Library;

/// <summary>What an embedding model makes of a chunk. Goes with it.</summary>
public sealed class VectorRow
{
    public required int ChunkId { get; init; }
    public required string Model { get; init; }
    public required int Dimension { get; init; }
    /// <summary>The vector, of length 1: 32-bit floats, little-endian.</summary>
    public required byte[] Unit { get; init; }
}
