namespace Gemeo.Linguistics.Stemming;

/// <summary>Porter's stemmer (M. F. Porter, "An algorithm for suffix stripping", Program 14, 1980), step by step as published.</summary>
static class English
{
    static readonly (string From, string To)[] _second =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    static readonly (string From, string To)[] _third =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    static readonly string[] _fourth =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    /// <returns>How many of the letters are the stem; they may have been changed.</returns>
    public static int Cut(Span<char> letters, int length)
    {
        if (length < 3) return length;
        length = Plural(letters, length);
        length = Tense(letters, length);
        if (length > 1 && letters[length - 1] == 'y' && HasVowel(letters[..(length - 1)])) letters[length - 1] = 'i';
        length = Swap(letters, length, _second);
        length = Swap(letters, length, _third);
        length = Fourth(letters, length);
        return LastLetters(letters, length);
    }

    static int Plural(Span<char> letters, int length)
    {
        ReadOnlySpan<char> word = letters[..length];
        if (word.Has("sses") || word.Has("ies")) return length - 2;
        return word.Has("s") && !word.Has("ss") ? length - 1 : length;
    }

    static int Tense(Span<char> letters, int length)
    {
        ReadOnlySpan<char> word = letters[..length];
        if (word.Has("eed")) return Measure(word[..^3]) > 0 ? length - 1 : length;
        var ending = word.Has("ed") ? 2 : word.Has("ing") ? 3 : 0;
        return ending > 0 && HasVowel(word[..^ending]) ? Mended(letters, length - ending) : length;
    }

    static int Mended(Span<char> letters, int length)
    {
        ReadOnlySpan<char> word = letters[..length];
        if (word.Has("at") || word.Has("bl") || word.Has("iz") || (Measure(word) == 1 && IsShort(word)))
        {
            letters[length] = 'e';
            return length + 1;
        }
        return IsDouble(word) && word[^1] is not ('l' or 's' or 'z') ? length - 1 : length;
    }

    static int Swap(Span<char> letters, int length, (string From, string To)[] rules)
    {
        foreach (var (from, to) in rules)
        {
            if (!((ReadOnlySpan<char>)letters[..length]).Has(from)) continue;
            var stem = length - from.Length;
            if (Measure(letters[..stem]) == 0) return length;
            to.CopyTo(letters[stem..]);
            return stem + to.Length;
        }
        return length;
    }

    static int Fourth(Span<char> letters, int length)
    {
        ReadOnlySpan<char> word = letters[..length];
        var ending = word.Has("sion") || word.Has("tion") ? "ion" : word.Longest(_fourth, 0);
        return ending is not null && Measure(word[..^ending.Length]) > 1 ? length - ending.Length : length;
    }

    static int LastLetters(Span<char> letters, int length)
    {
        ReadOnlySpan<char> word = letters[..length];
        if (word.Has("e") && (Measure(word[..^1]) > 1 || (Measure(word[..^1]) == 1 && !IsShort(word[..^1])))) word = word[..^1];
        return word.Has("ll") && Measure(word) > 1 ? word.Length - 1 : word.Length;
    }

    /// <summary>How many times vowels are followed by consonants.</summary>
    static int Measure(ReadOnlySpan<char> word)
    {
        var count = 0;
        for (var i = 1; i < word.Length; i++)
            if (IsConsonant(word, i) && !IsConsonant(word, i - 1)) count++;
        return count;
    }

    static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (!IsConsonant(word, i)) return true;
        return false;
    }

    static bool IsDouble(ReadOnlySpan<char> word) => word.Length > 1 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    // consonant, vowel, consonant, the last none of w, x, y: hop, fil(e)
    static bool IsShort(ReadOnlySpan<char> word) => word.Length > 2 && IsConsonant(word, word.Length - 1) && !IsConsonant(word, word.Length - 2)
        && IsConsonant(word, word.Length - 3) && word[^1] is not ('w' or 'x' or 'y');

    static bool IsConsonant(ReadOnlySpan<char> word, int at) => word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => at == 0 || !IsConsonant(word, at - 1),
        _ => true,
    };
}
