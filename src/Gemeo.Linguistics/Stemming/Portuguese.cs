namespace Gemeo.Linguistics.Stemming;

/// <summary>
/// A stemmer after Snowball's Portuguese one, with three differences: it works on words without accents, since many people write
/// so in a hurry and both ways must meet; plurals that change the root (sinal, sinais) come first; and nouns of what is done
/// (inscrição, trancamento) meet their verb sooner.
/// </summary>
static class Portuguese
{
    const int Root = 4;

    static readonly string[] _derived =
    [
        "eza", "ezas", "ico", "ica", "icos", "icas", "ismo", "ismos", "avel", "ivel", "ista", "istas", "oso", "osa", "osos", "osas",
        "ador", "adora", "adores", "adoras", "ante", "antes", "ancia", "ancias",
    ];

    static readonly string[] _verbs =
    [
        "ada", "ida", "ia", "aria", "eria", "iria", "ara", "era", "ira", "ava", "asse", "esse", "isse", "aste", "este", "iste", "ei",
        "arei", "erei", "irei", "am", "iam", "ariam", "eriam", "iriam", "aram", "eram", "iram", "avam", "em", "arem", "erem", "irem",
        "assem", "essem", "issem", "ado", "ido", "ando", "endo", "indo", "arao", "erao", "irao", "ar", "er", "ir", "as", "adas", "idas",
        "ias", "arias", "erias", "irias", "aras", "eras", "iras", "avas", "es", "ares", "eres", "ires", "asses", "esses", "isses",
        "is", "ais", "eis", "ados", "idos", "amos", "iamos", "ariamos", "eriamos", "iriamos", "aramos", "eramos", "iramos", "avamos",
        "emos", "aremos", "eremos", "iremos", "assemos", "essemos", "issemos", "imos", "armos", "ermos", "irmos", "eu", "iu", "ou",
    ];

    /// <returns>How many of the letters are the stem; they may have been changed.</returns>
    public static int Cut(Span<char> letters, int length)
    {
        length = Plural(letters, length);
        ReadOnlySpan<char> word = letters[..length];
        var verbal = Verbal(word);
        var (first, second) = Regions(word);
        var cut = Derived(letters, length, first, second);
        if (cut == length) cut = Verb(word, verbal);
        if (cut != length)
        {
            if (cut > verbal && letters[cut - 1] == 'i' && letters[cut - 2] == 'c') cut--;
        }
        else cut = Residual(letters, cut, verbal);
        return LastVowel(letters, cut, verbal);
    }

    // Costeira is the feminine of costeiro, not a form of a verb.
    static int Verb(ReadOnlySpan<char> word, int verbal)
    {
        if (word.Longest(["eira", "eiras"], verbal - 1) is { } adjective) return word.Length - adjective.Length + 3;
        return word.Length - (word.Longest(_verbs, verbal)?.Length ?? 0);
    }

    static int Residual(Span<char> letters, int length, int verbal)
    {
        ReadOnlySpan<char> word = letters[..length];
        return length - (word.Longest(["os", "a", "i", "o"], verbal)?.Length ?? 0);
    }

    static int LastVowel(Span<char> letters, int length, int verbal)
    {
        if (length <= verbal || letters[length - 1] != 'e') return length;
        length--;
        return length > verbal && length > 1 && (letters[length - 1], letters[length - 2]) is ('u', 'g') or ('i', 'c') ? length - 1 : length;
    }

    static int Plural(Span<char> letters, int length)
    {
        ReadOnlySpan<char> word = letters[..length];
        if (length < 4 || letters[length - 1] != 's') return length;
        if (word.Has("oes") || word.Has("aes")) return Put(letters, length - 3, "ao");
        if (word.Has("ns")) return Put(letters, length - 2, "m");
        if (length < 5) return length;
        if (word.Has("ais")) return Put(letters, length - 3, "al");
        if (word.Has("eis")) return Put(letters, length - 3, "el");
        if (word.Has("ois")) return Put(letters, length - 3, "ol");
        if (word.Has("uis")) return Put(letters, length - 3, "ul");
        return length > 5 && word.Has("is") ? Put(letters, length - 2, "il") : length;
    }

    static int Put(Span<char> letters, int at, string ending)
    {
        ending.CopyTo(letters[at..]);
        return at + ending.Length;
    }

    static int Derived(Span<char> letters, int length, int first, int second)
    {
        ReadOnlySpan<char> word = letters[..length];
        if (Adverb(word, first, second) is { } adverb) return adverb;
        if (Deed(word) is { } deed) return deed;
        if (Quality(word, second) is { } quality) return quality;
        if (word.Longest(["encia", "encias"], second) is { } state) return Put(letters, length - state.Length, "ente");
        return word.Longest(_derived, second) is { } derived ? length - derived.Length : length;
    }

    static int? Adverb(ReadOnlySpan<char> word, int first, int second)
    {
        if (word.Longest(["amente"], first) is not null)
        {
            word = word[..^6];
            if (word.Longest(["iv"], second) is not null) word = word[..^2];
            return word.Length - (word.Longest(["at", "os", "ic", "ad"], second)?.Length ?? 0);
        }
        if (word.Longest(["mente"], second) is null) return null;
        return word.Length - 5 - (word[..^5].Longest(["ante", "avel", "ivel"], second)?.Length ?? 0);
    }

    // Trancamento and trancada, exigência and exigir, inscrição and inscrito must meet: for these a root of four letters is enough.
    static int? Deed(ReadOnlySpan<char> word)
    {
        if (word.Longest(["amento", "amentos", "imento", "imentos", "anca", "ancas", "acao", "icao"], Root) is { } deed) return word.Length - deed.Length;
        if (word.Longest(["ucao"], Root) is not null) return word.Length - 3;
        return word.Longest(["encia", "encias", "ente", "entes"], Root + 1) is { } state ? word.Length - state.Length : null;
    }

    static int? Quality(ReadOnlySpan<char> word, int second)
    {
        if (word.Longest(["idade", "idades"], second) is { } quality)
        {
            word = word[..^quality.Length];
            return word.Length - (word.Longest(["abil", "ic", "iv"], second)?.Length ?? 0);
        }
        if (word.Longest(["iva", "ivo", "ivas", "ivos"], second) is { } active)
        {
            word = word[..^active.Length];
            return word.Length - (word.Longest(["at"], second)?.Length ?? 0);
        }
        return word.Longest(["logia", "logias"], second) is { } science ? word.Length - science.Length + 3 : null;
    }

    static (int First, int Second) Regions(ReadOnlySpan<char> word)
    {
        var first = Endings.AfterSyllable(word, 0);
        return (first, first >= word.Length ? word.Length : Endings.AfterSyllable(word, first));
    }

    /// <summary>Where verb endings may begin (RV of the Snowball stemmers).</summary>
    static int Verbal(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return word.Length;
        if (!Endings.IsVowel(word[1])) return Next(word, 2, vowel: true);
        return Endings.IsVowel(word[0]) ? Next(word, 2, vowel: false) : Math.Min(3, word.Length);
    }

    static int Next(ReadOnlySpan<char> word, int from, bool vowel)
    {
        for (var i = from; i < word.Length; i++)
            if (Endings.IsVowel(word[i]) == vowel) return i + 1;
        return word.Length;
    }
}
