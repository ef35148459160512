using Gemeo.Linguistics.Sentences;

namespace Gemeo.Knowledge.Chunks;

/// <summary>Where a text may be cut: at its paragraphs, each on lines of its own, and after its sentences.</summary>
static class Sentences
{
    /// <summary>Ends of the pieces of <paramref name="text"/> between two places, each after its white space; the last is <paramref name="end"/>.</summary>
    public static List<int> Ends(string text, int start, int end)
    {
        var starts = new List<int>();
        for (var line = start; line < end;)
        {
            var next = text.IndexOf('\n', line, end - line) is >= 0 and var at ? at + 1 : end;
            AddStarts(text[line..next], line, starts);
            line = next;
        }
        // A piece ends where the next begins.
        return [.. starts.Skip(1), end];
    }

    static void AddStarts(string line, int offset, List<int> starts)
    {
        var sentences = Sentence.Split(line);
        for (var i = 0; i < sentences.Count; i++)
            if (i == 0 || !IsCounter(sentences[i - 1].In(line))) starts.Add(offset + sentences[i].Start);
    }

    // "3." before a heading or an item.
    static bool IsCounter(ReadOnlySpan<char> sentence) => sentence.Length is > 1 and <= 4 && sentence[^1] == '.' && !sentence[..^1].ContainsAnyExceptInRange('0', '9');
}
