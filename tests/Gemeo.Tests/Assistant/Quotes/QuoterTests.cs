using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Quotes;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;

namespace Gemeo.Tests.Assistant.Quotes;

public sealed class QuoterTests
{
    const string Manual =
        "A.2 Switching on and off\nSwitch the unit on from the twin. The unit needs 140 seconds from power to the first user. During this time the throughput is zero.\n" +
        "A.6 Care\nWipe the radio unit every six months with a dry cloth. Check the torque of the four antenna connectors once a year: it is 1.7 N·m.";

    const string Rules =
        "6. Acidentes e ramais\nPara Ramal\nBrigada de incêndio 4193\nVigilância, dia e noite 4021\nTodo acidente, mesmo sem feridos, é registrado no livro de ocorrências em até 24 horas.";

    static readonly Quoter _quoter = new();

    [Fact]
    public void The_sentence_that_answers_is_quoted_and_not_the_first_one()
    {
        var answer = Ask("Em quanto tempo se registra um acidente no livro de ocorrências?", Lang.Pt, Source(Rules, Lang.Pt));
        Assert.Equal("Todo acidente, mesmo sem feridos, é registrado no livro de ocorrências em até 24 horas.", Assert.Single(answer.Citations).Quote);
        Assert.Equal("Encontrei em “manual”, p. 7:\n“Todo acidente, mesmo sem feridos, é registrado no livro de ocorrências em até 24 horas.” [1]", answer.Text);
    }

    [Fact]
    public void A_Portuguese_question_quotes_the_English_page_in_Portuguese_words_around_it()
    {
        var answer = Ask("Qual é o torque dos conectores da antena?", Lang.Pt, Source(Manual, Lang.En));
        Assert.Equal("Check the torque of the four antenna connectors once a year: it is 1.7 N·m.", answer.Citations[0].Quote);
        Assert.StartsWith("Encontrei em “manual”, p. 7 (em inglês):\n“", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_English_question_quotes_the_Portuguese_page_in_English_words_around_it()
    {
        var answer = Ask("Where is an accident registered?", Lang.En, Source(Rules, Lang.Pt));
        Assert.Contains(answer.Citations, c => c.Quote.Contains("livro de ocorrências", StringComparison.Ordinal));
        Assert.StartsWith("I found this in “manual”, p. 7 (in Portuguese):\n“", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_a_table_answers_what_its_head_asks() =>
        Assert.Contains(Ask("Qual é o ramal da vigilância?", Lang.Pt, Source(Rules, Lang.Pt)).Citations, c => c.Quote == "Vigilância, dia e noite 4021");

    [Theory]
    [InlineData("Quem ganhou a Copa do Mundo de 1970?", Lang.Pt, "Não encontrei nos documentos.")]
    [InlineData("How many strings does a violin have?", Lang.En, "I did not find it in the documents.")]
    public void What_no_passage_tells_is_not_found_and_nothing_is_cited(string question, Lang language, string told)
    {
        var answer = Ask(question, language, Source(Manual, Lang.En, .1), Source(Rules, Lang.Pt, .1));
        Assert.Empty(answer.Citations);
        Assert.Equal(told, answer.Text);
    }

    [Fact]
    public void The_nearest_document_is_named_without_a_claim()
    {
        var answer = Ask("Qual é o peso da calibração do osciloscópio portátil?", Lang.Pt, Source(Manual, Lang.En, .2));
        Assert.Empty(answer.Citations);
        Assert.Equal("Não encontrei nos documentos. O mais próximo é “manual”, p. 7, que não parece responder.", answer.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("de a o")]
    [InlineData("?!")]
    public void A_question_without_words_finds_nothing(string question) => Assert.Empty(Ask(question, Lang.Pt, Source(Rules, Lang.Pt, 1)).Citations);

    [Fact]
    public void Without_passages_nothing_is_found() => Assert.Equal("Não encontrei nos documentos.", Ask("Qual é o torque?", Lang.Pt).Text);

    [Fact]
    public void Sentences_of_several_passages_are_told_with_their_places()
    {
        var second = Source("A tabela dos conectores. O torque dos conectores da antena é de 1,7 N·m por norma.", Lang.Pt) with { Document = "b", Name = "normas", Page = 2 };
        var answer = Ask("Qual é o torque dos conectores da antena?", Lang.Pt, second, Source(Manual, Lang.En));
        Assert.Equal(2, answer.Citations.Select(c => c.Document).Distinct().Count());
        Assert.Contains("[1] — “normas”, p. 2\n", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("Encontrei nos documentos:\n", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_papers_own_mark_is_not_taken_for_ours_and_the_citation_keeps_it()
    {
        var answer = Ask("Qual é o torque dos conectores da antena?", Lang.Pt, Source("O torque dos conectores da antena é de 1,7 N·m [12].", Lang.Pt));
        Assert.Contains("1,7 N·m (12).” [1]", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("[12].", Assert.Single(answer.Citations).Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_twice_is_quoted_once()
    {
        var source = Source("O torque dos conectores da antena é de 1,7 N·m.", Lang.Pt);
        Assert.Single(Ask("Qual é o torque dos conectores da antena?", Lang.Pt, source, source with { Document = "copy", Name = "copy" }).Citations);
    }

    [Fact]
    public void A_citation_tells_where_on_the_page_its_quote_begins()
    {
        var source = Source(Rules, Lang.Pt) with { Start = 100 };
        var citation = Ask("Qual é o ramal da vigilância?", Lang.Pt, source).Citations.Single(c => c.Quote.Contains("4021", StringComparison.Ordinal));
        Assert.Equal(100 + Rules.IndexOf(citation.Quote, StringComparison.Ordinal), citation.Start);
    }

    internal static Source Source(string text, Lang language, double score = .6) => new("a", "manual", 7, null, text, 0, language, score);

    static Grounded Ask(string question, Lang language, params Source[] sources) => _quoter.Answer(question, language, sources);
}
