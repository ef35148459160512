namespace Gemeo.Linguistics.Lexicons.Training;

/// <summary>The same sentence in both languages.</summary>
public readonly record struct SentencePair(string English, string Portuguese)
{
    /// <summary>One line of a file of pairs: English, tab, Portuguese. Null for a line that is none.</summary>
    public static SentencePair? Of(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab <= 0 || tab == line.Length - 1 || line.IndexOf('\t', tab + 1) >= 0) return null;
        return new(line[..tab], line[(tab + 1)..]);
    }
}
