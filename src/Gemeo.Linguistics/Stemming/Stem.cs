namespace Gemeo.Linguistics.Stemming;

/// <summary>Brings a word's forms together.</summary>
public static class Stem
{
    const int Longest = 40;

    /// <param name="folded">One folded word. Codes (with a digit or a sign) come back as they are.</param>
    public static string Of(string folded, Lang language)
    {
        if (folded.Length > Longest || !IsPlain(folded)) return folded;
        Span<char> letters = stackalloc char[Longest + 4];
        folded.CopyTo(letters);
        var kept = language == Lang.Pt ? Portuguese.Cut(letters, folded.Length) : English.Cut(letters, folded.Length);
        return letters[..kept].SequenceEqual(folded) ? folded : new string(letters[..kept]);
    }

    static bool IsPlain(string folded)
    {
        foreach (var letter in folded)
            if (!char.IsAsciiLetterLower(letter)) return false;
        return true;
    }
}
