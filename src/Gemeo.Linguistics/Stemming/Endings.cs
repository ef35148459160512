namespace Gemeo.Linguistics.Stemming;

/// <summary>What stemmers ask of a word's end. Letters are folded ASCII.</summary>
static class Endings
{
    public static bool Has(this ReadOnlySpan<char> word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>The longest of the endings that the word has and that begins in <paramref name="region"/> or later; null for none.</summary>
    public static string? Longest(this ReadOnlySpan<char> word, ReadOnlySpan<string> endings, int region)
    {
        string? longest = null;
        foreach (var ending in endings)
            if (word.Length - ending.Length >= region && ending.Length > (longest?.Length ?? 0) && word.Has(ending)) longest = ending;
        return longest;
    }

    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>Where the part after the first consonant that follows a vowel begins (R1 of the Snowball stemmers).</summary>
    public static int AfterSyllable(ReadOnlySpan<char> word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
            if (IsVowel(word[i - 1]) && !IsVowel(word[i])) return i + 1;
        return word.Length;
    }
}
