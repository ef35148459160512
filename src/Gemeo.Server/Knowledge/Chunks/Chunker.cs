using System.Collections.Immutable;
using Gemeo.Knowledge.Reading;

namespace Gemeo.Knowledge.Chunks;

/// <summary>
/// Cuts a page into chunks of 200 to 400 tokens. A heading begins a chunk; short sections of a page share one. A section that
/// is too long is cut after sentences into parts of about one size. No sentence is cut unless it alone is longer than a chunk.
/// </summary>
public static class Chunker
{
    public const int Least = 200;
    public const int Most = 400;

    /// <summary>What a sentence that is longer than a chunk is cut into, so that the parts come out even.</summary>
    const int Piece = Most / 4;

    /// <param name="document">The document's name as people know it.</param>
    public static ImmutableArray<Chunk> Chunks(string document, DocumentPage page)
    {
        if (string.IsNullOrWhiteSpace(page.Text)) return [];
        var parts = Join(Sections(page)).SelectMany(p => Split(page.Text, p)).Select(p => Trim(page.Text, p)).Where(p => p.Length > 0);
        return [.. parts.Select(p => Make(document, page, p))];
    }

    /// <summary>"document › section › p. N".</summary>
    public static string Title(string document, ImmutableArray<string> section, int page)
    {
        var own = section.Length > 0 && string.Equals(section[0], document, StringComparison.OrdinalIgnoreCase) ? section[1..] : section;
        return string.Join(" › ", [document, .. own, $"p. {page}"]);
    }

    /// <summary>A stretch of the page's text.</summary>
    readonly record struct Part(int Start, int End, ImmutableArray<string> Section, int Tokens)
    {
        public int Length => End - Start;
    }

    static List<Part> Sections(DocumentPage page)
    {
        var parts = new List<Part>();
        for (var i = 0; i < page.Sections.Length; i++)
        {
            var start = i == 0 ? 0 : page.Sections[i].Start;
            var end = i + 1 < page.Sections.Length ? page.Sections[i + 1].Start : page.Text.Length;
            if (end > start) parts.Add(new(start, end, page.Sections[i].Path, Tokens.Count(page.Text.AsSpan(start, end - start))));
        }
        return parts;
    }

    /// <summary>Short sections go to the neighbour with which they make the shorter chunk, as long as it is not too long.</summary>
    static List<Part> Join(List<Part> parts)
    {
        for (var i = 0; i < parts.Count;)
        {
            if (parts[i].Tokens >= Least || Neighbour(parts, i) is not { } first)
            {
                i++;
                continue;
            }
            var (a, b) = (parts[first], parts[first + 1]);
            parts[first] = new(a.Start, b.End, Shared(a.Section, b.Section), a.Tokens + b.Tokens);
            parts.RemoveAt(first + 1);
            i = Math.Max(0, first - 1);
        }
        return parts;
    }

    /// <summary>The first of the two to join; null when both joins would be too long.</summary>
    static int? Neighbour(List<Part> parts, int i)
    {
        var before = i > 0 ? parts[i - 1].Tokens : int.MaxValue / 2;
        var after = i + 1 < parts.Count ? parts[i + 1].Tokens : int.MaxValue / 2;
        // On a tie a short section goes with what follows: it may be a heading alone.
        if (Math.Min(before, after) + parts[i].Tokens > Most) return null;
        return after <= before ? i : i - 1;
    }

    static ImmutableArray<string> Shared(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        var count = 0;
        while (count < a.Length && count < b.Length && a[count] == b[count]) count++;
        return count > 0 ? a[..count] : a.Length > 0 ? a : b;
    }

    /// <summary>A part that is too long to parts of about one size.</summary>
    static IEnumerable<Part> Split(string text, Part part)
    {
        if (part.Tokens <= Most)
        {
            yield return part;
            yield break;
        }
        var pieces = Pieces(text, part);
        for (var from = 0; from < pieces.Count;)
        {
            var rest = pieces.Skip(from).Sum(p => p.Tokens);
            var aim = rest / (double)((rest + Most - 1) / Most);
            var (to, tokens) = (from, 0);
            while (to < pieces.Count && (to == from || Fits(tokens, pieces[to].Tokens, aim))) tokens += pieces[to++].Tokens;
            yield return new(pieces[from].Start, pieces[to - 1].End, part.Section, tokens);
            from = to;
        }
    }

    /// <summary>Up to the size aimed at, as near as a whole sentence comes to it.</summary>
    static bool Fits(int tokens, int more, double aim) => tokens + more <= Most && (tokens < Least || tokens + more - aim <= aim - tokens);

    /// <summary>Sentences; one that is longer than a chunk, in pieces of words.</summary>
    static List<Part> Pieces(string text, Part part)
    {
        var pieces = new List<Part>();
        var start = part.Start;
        foreach (var end in Sentences.Ends(text, part.Start, part.End))
        {
            AddPieces(text, start, end, part.Section, pieces);
            start = end;
        }
        return pieces;
    }

    static void AddPieces(string text, int start, int end, ImmutableArray<string> section, List<Part> pieces)
    {
        for (var from = start; from < end;)
        {
            var to = Tokens.Count(text.AsSpan(from, end - from)) <= Most ? end : WordsUpTo(text, from, end);
            pieces.Add(new(from, to, section, Tokens.Count(text.AsSpan(from, to - from))));
            from = to;
        }
    }

    static int WordsUpTo(string text, int from, int end)
    {
        var (at, tokens, cut) = (from, 0, from);
        while (at < end)
        {
            var word = at;
            while (word < end && !char.IsWhiteSpace(text[word])) word++;
            while (word < end && char.IsWhiteSpace(text[word])) word++;
            tokens += Tokens.Count(text.AsSpan(at, word - at));
            if (tokens > Piece) break;
            cut = at = word;
        }
        return cut > from ? cut : LettersUpTo(text, from, end);
    }

    /// <summary>A "word" longer than a chunk: no writing, but it must not stop us.</summary>
    static int LettersUpTo(string text, int from, int end)
    {
        var to = Math.Min(end, from + Piece);
        return to < end && char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }

    static Part Trim(string text, Part part)
    {
        var (start, end) = (part.Start, part.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return part with { Start = start, End = end };
    }

    static Chunk Make(string document, DocumentPage page, Part part) =>
        new(page.Number, part.Section, part.Start, part.Length, page.Text.Substring(part.Start, part.Length), Title(document, part.Section, page.Number), part.Tokens);
}
