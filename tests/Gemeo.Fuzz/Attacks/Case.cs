using System.Text.Json;

namespace Gemeo.Fuzz.Attacks;

/// <summary>Bytes to be sent at once, and how many milliseconds to wait before them.</summary>
public sealed record Piece(byte[] Bytes, int Pause = 0);

/// <summary>One attempt, whole: what is kept of a finding, to be played again.</summary>
/// <param name="Label">What it is, in a word or two; answers are counted by it.</param>
/// <param name="Whole">Well-formed as far as the protocol below goes, so that an answer in good form is due.</param>
public sealed record Case(string Door, ulong Seed, long Number, string Label, bool Whole, IReadOnlyList<Piece> Pieces)
{
    static readonly JsonSerializerOptions _readable = new() { WriteIndented = true };

    public static Case Load(string file) => JsonSerializer.Deserialize<Case>(File.ReadAllText(file)) ?? throw new InvalidDataException(file);

    public string Json() => JsonSerializer.Serialize(this, _readable);
}

/// <summary>How it went.</summary>
/// <param name="Class">By which it is counted.</param>
/// <param name="Finding">What must not be; null when nothing is wrong.</param>
/// <param name="Lesser">What ought not to be.</param>
public sealed record Outcome(string Class, string? Finding = null, string? Lesser = null);
