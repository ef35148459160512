using System.Diagnostics;
using System.Text.RegularExpressions;
using CsCheck;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Quotes;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Tests.Linguistics;

namespace Gemeo.Tests.Assistant.Quotes;

public sealed partial class QuotePropertyTests
{
    static readonly string[] _words =
    [
        "antena", "antenna", "rede", "network", "O rádio", "the radio", "5G", "140", "[3]", "reserva", "booking", "E4", "de", "the", "prédio", "torque", "é", "is", "?", ".", "!\n", ":", "\n", "Figura 1", "x", "“", "”", "12.",
    ];

    static readonly Gen<string> _mixed = Gen.OneOf(Gen.OneOf(_words).Array[1, 60].Select(w => string.Join(' ', w)), Texts.Any);

    // The quoter does not need all its evidence here: what is supported little is quoted too.
    static readonly Quoter _eager = new(Gemeo.Linguistics.Lexicons.Lexicon.Default, Gemeo.Linguistics.Lexicons.Glossary.Default, QuoteWeights.Default with { Least = 0, LeastAcross = 0 });

    static readonly Gen<Source[]> _sources =
        Gen.Select(_mixed, Gen.OneOf(Lang.Pt, Lang.En), Gen.Double[0, 1], Gen.Int[0, 50], (text, language, score, start) => new Source("d", "nome [7]", 1, null, text, start, language, score)).Array[0, 6];

    [Fact]
    public void Quotes_are_exact_marks_and_citations_agree_and_nothing_is_told_without_one() => Gen.Select(_mixed, Gen.OneOf(Lang.Pt, Lang.En), _sources).Sample((question, language, sources) =>
    {
        foreach (var quoter in (Quoter[])[new(), _eager])
        {
            var answer = quoter.Answer(question, language, sources);
            Assert.All(answer.Citations, c => Assert.Contains(sources, s => Stands(c, s)));
            Assert.Equal(answer.Citations.Select(c => c.Number), Mark().Matches(answer.Text).Select(m => int.Parse(m.Groups[1].ValueSpan)));
            Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(c => c.Number));
            Assert.InRange(answer.Citations.Count, 0, 3);
            Assert.Equal(answer.Citations.Count == 0, answer.Text.StartsWith("Não encontrei", StringComparison.Ordinal) || answer.Text.StartsWith("I did not", StringComparison.Ordinal));
        }
    }, iter: 3_000);

    [Fact]
    public void The_same_question_gets_the_same_answer() => Gen.Select(_mixed, _sources).Sample((question, sources) =>
    {
        var (first, second) = (_eager.Answer(question, Lang.Pt, sources), _eager.Answer(question, Lang.Pt, sources));
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Citations, second.Citations);
    }, iter: 500);

    [Theory]
    [InlineData("antena")]
    [InlineData("antena. ")]
    [InlineData("A. ")]
    [InlineData("“[1 ")]
    [InlineData("é\n")]
    [InlineData("\U0001F600")]
    public void Text_without_end_is_cut_and_read_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var sources = Enumerable.Range(0, 10).Select(i => new Source($"{i}", "livro", 1, null, text, 0, Lang.Pt, .9)).ToArray();
        var began = Stopwatch.StartNew();
        var answer = _eager.Answer(text, Lang.Pt, sources);
        Assert.InRange(began.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.All(answer.Citations, c => Assert.InRange(c.Quote.Length, 1, 700));
        Assert.All(answer.Citations, c => Assert.False(char.IsHighSurrogate(c.Quote[^1])));
    }

    static bool Stands(Citation citation, Source source) => citation.Start - source.Start is >= 0 and var start && citation.Quote.Length > 0
        && start + citation.Quote.Length <= source.Text.Length && source.Text.AsSpan(start, citation.Quote.Length).SequenceEqual(citation.Quote);

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Mark();
}
