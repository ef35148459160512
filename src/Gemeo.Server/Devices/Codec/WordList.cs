using System.Collections.Frozen;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Words of a form (<c>gemeo:words</c>), read and spoken, and the words that every device uses for on and off.</summary>
static class WordList
{
    const int Listed = 8;

    /// <summary>The value of a word: as written first, then in any case. Null when it is not one of them.</summary>
    public static byte[]? Find(FrozenDictionary<string, byte[]> words, ReadOnlySpan<byte> text)
    {
        var trimmed = Utf8Text.Trim(text);
        for (var i = 0; i < words.Keys.Length; i++)
            if (Utf8Text.Same(trimmed, words.Keys[i]))
                return words.Values[i];
        for (var i = 0; i < words.Keys.Length; i++)
            if (Utf8Text.SameIgnoringCase(trimmed, words.Keys[i]))
                return words.Values[i];
        return null;
    }

    /// <summary>The word for a value; of several, the first in ordinal order, so that a restart never changes what is sent.</summary>
    public static string? Speak(FrozenDictionary<string, byte[]>? words, ReadOnlySpan<byte> value)
    {
        string? chosen = null;
        foreach (var (word, meaning) in words ?? FrozenDictionary<string, byte[]>.Empty)
            if (JsonText.Same(meaning, value) && (chosen is null || string.CompareOrdinal(word, chosen) < 0))
                chosen = word;
        return chosen;
    }

    public static byte[]? Boolean(ReadOnlySpan<byte> text)
    {
        var word = Utf8Text.Trim(text);
        if (Utf8Text.SameIgnoringCase(word, "ON") || Utf8Text.SameIgnoringCase(word, "true") || Utf8Text.Same(word, "1"))
            return Literal.True;
        if (Utf8Text.SameIgnoringCase(word, "OFF") || Utf8Text.SameIgnoringCase(word, "false") || Utf8Text.Same(word, "0"))
            return Literal.False;
        return null;
    }

    public static string Describe(FrozenDictionary<string, byte[]> words)
    {
        var some = words.Keys.Order(StringComparer.Ordinal).Take(Listed).Select(word => Cut(word));
        var list = string.Join(", ", some);
        return words.Count > Listed ? $"one of {list}, …" : words.Count == 1 ? list : $"one of {list}";
    }

    static string Cut(string word) => word.Length > 24 ? Reason.Quote(System.Text.Encoding.UTF8.GetBytes(word)) : word;
}
