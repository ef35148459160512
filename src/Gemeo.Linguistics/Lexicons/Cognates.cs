using System.Text;

namespace Gemeo.Linguistics.Lexicons;

/// <summary>
/// Likeness of words that Portuguese and English took from the same source: <c>precipitação</c> and <c>precipitation</c>,
/// <c>esfera</c> and <c>sphere</c>. For stems that the lexicon never saw.
/// </summary>
public static class Cognates
{
    static readonly (string From, string To)[] _spellings =
        [("ph", "f"), ("th", "t"), ("ch", "c"), ("rh", "r"), ("qu", "c"), ("ck", "c"), ("ct", "t"), ("pt", "t")];

    /// <summary>The stem without what the two languages merely write differently.</summary>
    public static string Key(string stem)
    {
        var text = stem.Length > 3 && stem.StartsWith("es", StringComparison.Ordinal) && !IsVowel(stem[2]) ? stem[1..] : stem;
        foreach (var (from, to) in _spellings) text = text.Replace(from, to, StringComparison.Ordinal);
        var key = new StringBuilder(text.Length);
        for (var i = text.Length > 1 && text[0] == 'h' ? 1 : 0; i < text.Length; i++)
        {
            var letter = text[i] switch { 'k' => 'c', 'y' => 'i', 'z' => 's', 'w' => 'v', var other => other };
            if (key.Length == 0 || key[^1] != letter) key.Append(letter);
        }
        return key.ToString();
    }

    /// <summary>1 for the same key, 0 for nothing in common: one minus edits over length. Words that begin differently have nothing in common.</summary>
    public static double Likeness(string keyA, string keyB)
    {
        if (keyA == keyB) return 1;
        if (keyA.Length < 3 || keyB.Length < 3 || keyA[0] != keyB[0]) return 0;
        return 1 - ((double)Edits(keyA, keyB) / Math.Max(keyA.Length, keyB.Length));
    }

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>Letters to put in, take out or change to make one of the other (Levenshtein).</summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> small = stackalloc int[64];
        var row = b.Length < small.Length ? small[..(b.Length + 1)] : new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], left);
            }
        }
        return row[b.Length];
    }
}
