namespace Gemeo.Knowledge.Reading;

/// <summary>How much one document may take.</summary>
public sealed record ReadingLimits
{
    public static readonly ReadingLimits Default = new();

    /// <summary>Size of the file.</summary>
    public long Bytes { get; init; } = 200 << 20;

    public int Pages { get; init; } = 5000;

    /// <summary>Time for one page; one that takes longer is left out, the others go on.</summary>
    public TimeSpan Page { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for the whole document.</summary>
    public TimeSpan Document { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Unpacked size of one stream (fonts, page content).</summary>
    public int Stream { get; init; } = 64 << 20;

    /// <summary>Unpacked size of one page's content: drawing operators.</summary>
    public int Content { get; init; } = 16 << 20;

    /// <summary>Characters on one page.</summary>
    public int Characters { get; init; } = 400_000;

    /// <summary>Memory that a reading process may take (<see cref="Isolation.ReadingProcess"/>).</summary>
    public long Memory { get; init; } = 1L << 30;
}
