using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Gemeo.Knowledge.Chunks;
using Gemeo.Knowledge.Reading;

namespace Gemeo.Tests.Knowledge.Chunks;

/// <summary>What must hold for every page, however it is written.</summary>
public sealed class ChunkerTests
{
    static readonly Gen<string> _word = Gen.OneOf(
        Among("a", "de", "laboratório", "rádio", "Art.", "5G", "medição", "J.", "(veja", "3.", "throughput,", "não", "25", "°C", "e.g."),
        Gen.String[Gen.Char['a', 'z'], 1, 14]);

    static readonly Gen<string> _sentence = Gen.Select(_word.Array[1, 30], Among(".", "!", "?", "", ":"), (words, end) => string.Join(' ', words) + end);

    static readonly Gen<string> _longSentence = _word.Array[300, 900].Select(words => string.Join(' ', words));

    static readonly Gen<string> _paragraph = Gen.Frequency((20, _sentence.Array[1, 8].Select(s => string.Join(' ', s))), (1, _longSentence));

    static readonly Gen<DocumentPage> _page = Gen.Select(Gen.Select(_sentence, _paragraph.Array[0, 8]).Array[0, 8], Gen.Bool, Page);

    static Gen<string> Among(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    static DocumentPage Page((string Heading, string[] Paragraphs)[] sections, bool goesOn)
    {
        var text = new StringBuilder();
        var made = ImmutableArray.CreateBuilder<Section>();
        if (goesOn || sections.Length == 0) made.Add(new(0, 0, ["Antes"]));
        foreach (var (heading, paragraphs) in sections)
        {
            if (text.Length > 0) text.Append('\n');
            made.Add(new(text.Length, heading.Length, ["Capítulo", heading]));
            text.Append(heading);
            foreach (var paragraph in paragraphs) text.Append('\n').Append(paragraph);
        }
        return new(7, 595, 842, text.ToString(), [], made.ToImmutable());
    }

    [Fact]
    public void Every_word_of_a_page_is_in_exactly_one_chunk_and_spans_point_at_the_text() => _page.Sample(page =>
    {
        var end = 0;
        foreach (var chunk in Chunker.Chunks("Manual", page))
        {
            Assert.True(string.IsNullOrWhiteSpace(page.Text[end..chunk.Start]));
            Assert.Equal(page.Text.Substring(chunk.Start, chunk.Length), chunk.Text);
            Assert.Equal(Tokens.Count(chunk.Text), chunk.Tokens);
            end = chunk.End;
        }
        Assert.True(string.IsNullOrWhiteSpace(page.Text[end..]));
    });

    [Fact]
    public void No_chunk_is_too_long_and_a_short_one_could_not_be_joined() => _page.Sample(page =>
    {
        var chunks = Chunker.Chunks("Manual", page);
        Assert.All(chunks, c => Assert.True(c.Tokens <= Chunker.Most));
        for (var i = 1; i < chunks.Length; i++)
        {
            if (chunks[i - 1].Tokens >= Chunker.Least && chunks[i].Tokens >= Chunker.Least) continue;
            var oneSection = chunks[i - 1].Section.SequenceEqual(chunks[i].Section);
            // Within a section a rest may be short where sentences are long; sections are only joined whole.
            Assert.True(oneSection || chunks[i - 1].Tokens + chunks[i].Tokens > Chunker.Most || WasCut(page, chunks, i), $"{chunks[i - 1].Tokens} + {chunks[i].Tokens}");
        }
    });

    /// <summary>One of the two is part of a section that is too long for a chunk.</summary>
    static bool WasCut(DocumentPage page, ImmutableArray<Chunk> chunks, int i) =>
        new[] { chunks[i - 1], chunks[i] }.Any(c =>
        {
            var section = page.Sections.Last(s => s.Start <= c.Start);
            var next = page.Sections.Where(s => s.Start > c.Start).Select(s => s.Start).DefaultIfEmpty(page.Text.Length).First();
            return Tokens.Count(page.Text.AsSpan(section.Start, next - section.Start)) > Chunker.Most;
        });

    [Fact]
    public void A_heading_never_stands_within_a_chunk_that_began_in_the_middle_of_another_section() => _page.Sample(page =>
    {
        foreach (var chunk in Chunker.Chunks("Manual", page))
        {
            var within = page.Sections.Where(s => s.HeadingLength > 0 && s.Start > chunk.Start && s.Start < chunk.End).ToArray();
            if (within.Length > 0) Assert.Contains(page.Sections, s => s.Start == chunk.Start || string.IsNullOrWhiteSpace(page.Text[Math.Min(s.Start, chunk.Start)..chunk.Start]));
        }
    });

    [Fact]
    public void A_long_section_is_cut_after_sentences_into_parts_of_about_one_size()
    {
        var sentence = "Uma " + string.Join(' ', Enumerable.Repeat("palavra", 18)) + " fim.";
        var text = string.Join(' ', Enumerable.Repeat(sentence, 24));
        var chunks = Chunker.Chunks("Manual", new(1, 0, 0, text, [], [new(0, 0, [])]));
        Assert.All(chunks, c => Assert.EndsWith("fim.", c.Text, StringComparison.Ordinal));
        Assert.All(chunks, c => Assert.InRange(c.Tokens, Chunker.Least, Chunker.Most));
        Assert.True(chunks.Max(c => c.Tokens) - chunks.Min(c => c.Tokens) <= Tokens.Count(sentence));
    }

    [Fact]
    public void An_abbreviation_or_a_counter_does_not_end_a_sentence()
    {
        const string Text = "3. O Prof. J. Silva, cf. Art. 5, pediu. Depois saiu! Por quê? Ninguém sabe.";
        Assert.Equal(["3. O Prof. J. Silva, cf. Art. 5, pediu. ", "Depois saiu! ", "Por quê? ", "Ninguém sabe."], Cut(Text));
    }

    [Theory]
    [InlineData("Regras", "Regras › 2 Reservas › p. 4")]
    [InlineData("Outro nome", "Outro nome › Regras › 2 Reservas › p. 4")]
    public void The_title_says_document_section_and_page_and_nothing_twice(string document, string title) =>
        Assert.Equal(title, Chunker.Title(document, ["Regras", "2 Reservas"], 4));

    [Fact]
    public void Short_sections_of_a_page_share_a_chunk_under_the_path_that_they_share()
    {
        const string Text = "Um\nTexto curto.\nDois\nMais texto.";
        var page = new DocumentPage(1, 0, 0, Text, [], [new(0, 2, ["Livro", "Um"]), new(16, 4, ["Livro", "Dois"])]);
        var chunk = Assert.Single(Chunker.Chunks("Livro", page));
        Assert.Equal(("Livro › p. 1", Text), (chunk.Title, chunk.Text));
    }

    static IEnumerable<string> Cut(string text)
    {
        var start = 0;
        foreach (var end in Sentences.Ends(text, 0, text.Length))
        {
            yield return text[start..end];
            start = end;
        }
    }
}
