using Gemeo.Linguistics.Sentences;

namespace Gemeo.Knowledge.Chunks;

/// <summary>Where a text may be cut: at its paragraphs, each on lines of its own, and after its sentences.</summary>
static class Sentences
{
    /// <summary>Ends of the pieces of <paramref name="text"/> between two places, each after its white space; the last is <paramref name="end"/>.</summary>
    public static List<int> Ends(string text, int start, int end)
    {
        var ends = new List<int>();
        for (var line = start; line < end;)
        {
            var next = text.IndexOf('\n', line, end - line) is >= 0 and var at ? at + 1 : end;
            AddEnds(text[line..next], line, ends);
            line = next;
        }
        ends.Add(end);
        return ends;
    }

    // A piece ends where the next begins.
    static void AddEnds(string line, int offset, List<int> ends)
    {
        var sentences = Sentence.Split(line);
        for (var i = 0; i < sentences.Count; i++)
        {
            if (i > 0 && IsCounter(sentences[i - 1].In(line))) continue;
            if (offset + sentences[i].Start > 0 && (i > 0 || ends.Count > 0 || sentences[i].Start > 0)) ends.Add(offset + sentences[i].Start);
        }
    }

    // "3." before a heading or an item.
    static bool IsCounter(ReadOnlySpan<char> sentence) => sentence.Length is > 1 and <= 4 && sentence[^1] == '.' && !sentence[..^1].ContainsAnyExceptInRange('0', '9');
}
