namespace Gemeo.Labs;

/// <summary>"Did you mean …": the known word that a slip of the keyboard was meant to be.</summary>
public static class Nearest
{
    /// <summary>A sentence with a leading space, or "" when nothing known is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        To(word, known) is { } near ? $" Did you mean \"{near}\"?" : "";

    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > 100) return null;
        var (best, least) = ((string?)null, Math.Max(2, word.Length / 3) + 1);
        foreach (var candidate in known)
            if (Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant()) is var distance && distance < least)
                (best, least) = (candidate, distance);
        return best;
    }

    /// <summary>Levenshtein's distance, one row at a time.</summary>
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
