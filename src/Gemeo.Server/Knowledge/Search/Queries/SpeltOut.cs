using Gemeo.Linguistics.Words;

namespace Gemeo.Knowledge.Search.Queries;

/// <summary>Finds acronyms that are spelt out beside them: "NOMA (non-orthogonal multiple access)", "estação rádio base (ERB)".</summary>
static class SpeltOut
{
    const int MostWords = 8;

    /// <summary>Where the long forms stand.</summary>
    public static List<(int Start, int End)> In(string text)
    {
        var found = new List<(int, int)>();
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            if (close < 0) break;
            var (inside, before) = (WordReader.Read(text[(open + 1)..close]), WordReader.Read(text[..open]));
            if (inside.Count == 0 || before.Count == 0) continue;
            if (Last(before) is { } outer && IsLongFormOf(inside, outer)) found.Add((open, close));
            else if (inside.Count <= 2 && Last(inside) is { } inner && LongForm(before, inner) is { } start) found.Add((start, open));
        }
        return found;
    }

    static Word? Last(List<Word> words)
    {
        var last = words[^1].Joined && words.Count > 1 ? words[^2] : words[^1];
        return last.Text.Length is >= 2 and <= 8 ? last : null;
    }

    // In capitals one letter may be missing: UTRA (UMTS terrestrial radio access). In small letters all must be there.
    static bool IsLongFormOf(List<Word> words, Word acronym) => words.Count is > 1 and <= MostWords && words[0].Text[0] == acronym.Text[0]
        && Hits(words, 0, acronym.Text) >= acronym.Text.Length - (acronym is { Shouted: true, Text.Length: > 2 } ? 1 : 0);

    static int? LongForm(List<Word> before, Word acronym)
    {
        for (var first = before.Count - 2; first >= 0 && before.Count - first <= MostWords; first--)
            if (before[first].Text[0] == acronym.Text[0] && Hits(before, first, acronym.Text) >= acronym.Text.Length) return before[first].Start;
        return null;
    }

    // How many of the acronym's letters are found, in order, at the beginnings of words.
    static int Hits(List<Word> words, int first, string acronym)
    {
        var at = 0;
        for (var i = first; i < words.Count && at < acronym.Length; i++)
            if (!words[i].Joined && words[i].Text[0] == acronym[at]) at++;
        return at;
    }
}
