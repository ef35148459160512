using System.Buffers.Text;

namespace Gemeo.Log;

/// <summary>Readings in a row, added up; a single reading is the smallest.</summary>
/// <param name="Time">Of the first, Unix microseconds.</param>
/// <param name="Last">The value of the newest.</param>
/// <param name="LastTime">Of the newest.</param>
public readonly record struct Piece(long Time, long Count, double Min, double Max, double Sum, double Last, long LastTime)
{
    // Sums of a hundred million of them are still numbers.
    const double Largest = 1e300;

    public static Piece Of(long time, double value) => new(time, 1, value, value, value, value, time);

    /// <summary>A reading's value as a number; true and false are 1 and 0. False for what is none.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> json, out double number)
    {
        number = 0;
        if (json.SequenceEqual("true"u8)) number = 1;
        else if (!json.SequenceEqual("false"u8)) return Utf8Parser.TryParse(json, out number, out var read) && read == json.Length && Math.Abs(number) <= Largest;
        return true;
    }

    /// <summary>Both together; of two that end at the same time the other is the newer.</summary>
    public Piece And(in Piece other) => new(Math.Min(Time, other.Time), Count + other.Count, Math.Min(Min, other.Min), Math.Max(Max, other.Max), Sum + other.Sum,
        other.LastTime >= LastTime ? other.Last : Last, Math.Max(LastTime, other.LastTime));

    /// <summary>Never outside of what was reported, however the sum was rounded.</summary>
    public double Mean => Math.Clamp(Sum / Count, Min, Max);
}
