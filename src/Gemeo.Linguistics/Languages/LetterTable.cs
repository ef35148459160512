namespace Gemeo.Linguistics.Languages;

/// <summary>
/// For every three letters in a row (of folded words, with their borders): how much more often they stand in Portuguese than
/// in English, as a logarithm in eighths. Positive speaks for Portuguese.
/// </summary>
sealed class LetterTable(sbyte[] weights)
{
    const int Letters = 27;
    public const int Size = Letters * Letters * Letters;
    const double Steps = 8;

    public static LetterTable Empty { get; } = new(new sbyte[Size]);

    public static LetterTable Learn(double[] portuguese, double[] english)
    {
        var (allPt, allEn) = (portuguese.Sum() + (Size / 2.0), english.Sum() + (Size / 2.0));
        var weights = new sbyte[Size];
        for (var i = 0; i < Size; i++)
        {
            var odds = Math.Log(((portuguese[i] + .5) / allPt) / ((english[i] + .5) / allEn));
            weights[i] = (sbyte)Math.Clamp(Math.Round(odds * Steps), sbyte.MinValue, sbyte.MaxValue);
        }
        return new(weights);
    }

    /// <summary>Natural logarithm of the odds for Portuguese.</summary>
    public double Odds(string folded)
    {
        var sum = 0;
        Walk(folded, at => sum += weights[at]);
        return sum / Steps;
    }

    /// <summary>Calls for each three letters; what is no letter counts as a border.</summary>
    public static void Walk(string folded, Action<int> each)
    {
        var (two, one) = (0, 0);
        for (var i = 0; i <= folded.Length; i++)
        {
            var letter = i < folded.Length && char.IsAsciiLetterLower(folded[i]) ? folded[i] - 'a' + 1 : 0;
            if (i > 0) each((((two * Letters) + one) * Letters) + letter);
            (two, one) = (one, letter);
        }
    }

    public void Write(BinaryWriter writer) => writer.Write((byte[])(Array)weights);

    public static LetterTable Read(BinaryReader reader)
    {
        var bytes = reader.ReadBytes(Size);
        return bytes.Length == Size ? new((sbyte[])(Array)bytes) : throw new EndOfStreamException();
    }
}
