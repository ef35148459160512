using Gemeo.Assistant.Grounding;
using Gemeo.Linguistics;
using static Gemeo.Tests.Assistant.Model.ModelRig;

namespace Gemeo.Tests.Assistant.Model;

public sealed class GroundingTests
{
    const string Supply = "A fonte da bancada fornece 12 V e 5 A. Não é permitido comer no laboratório. O extintor fica ao lado da porta.";

    public static TheoryData<string> Protocols => ["openai", "ollama"];

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_sentence_that_its_passage_bears_out_is_passed_on_with_page_and_place(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Say("A fonte fornece 12 V [1].")]);
        var heard = await rig.Ask(Question("Quantos volts dá a fonte?", Passage(Supply)));
        Assert.Equal("A fonte fornece 12 V [1].", heard.Text);
        var citation = Assert.Single(heard.Citations);
        Assert.Equal(new Citation(1, "doc1", "Manual", 3, 100, "A fonte da bancada fornece 12 V e 5 A."), citation);
        Assert.Null(heard.Failed);
    }

    [Theory]
    [InlineData("A fonte da bancada fornece 24 V [1].", "another number")]
    [InlineData("A fonte da bancada fornece 12 V [2].", "a passage that does not exist")]
    [InlineData("A fonte da bancada fornece 12 V [0].", "no passage")]
    [InlineData("A fonte da bancada fornece 12 V.", "no mark")]
    [InlineData("É permitido comer no laboratório [1].", "the contrary")]
    [InlineData("O extintor não fica ao lado da porta [1].", "the contrary")]
    [InlineData("O osciloscópio mede frequências de rádio [1].", "something else")]
    [InlineData("O manual diz \"o extintor fica atrás da porta\" [1].", "a quotation that is none")]
    [InlineData("Sim [1].", "nothing that could be checked")]
    public async Task A_sentence_that_is_not_borne_out_is_not_shown(string said, string why)
    {
        await using var rig = await Start("openai", [new Script.Say(said)]);
        var heard = await rig.Ask(Question("Como é?", Passage(Supply)));
        Assert.True(heard.Text == "" && heard.Citations.Count == 0, $"{why}: {heard.Text}");
        Assert.Equal("model-unsupported", heard.Failed!.Code);
        Assert.False(heard.Failed.Spoke);
        Assert.NotEqual(heard.Failed.Words.Pt, heard.Failed.Words.En);
    }

    [Fact]
    public async Task Of_several_sentences_only_those_borne_out_are_shown()
    {
        await using var rig = await Start("openai", [new Script.Say("A fonte fornece 12 V e 5 A [1]. Ela pesa 3 kg [1]. O extintor fica ao lado da porta. [1]\nFim do texto.")]);
        var heard = await rig.Ask(Question("Conte da fonte.", Passage(Supply)));
        Assert.Equal("A fonte fornece 12 V e 5 A [1]. O extintor fica ao lado da porta [1].", heard.Text);
        Assert.Equal(["A fonte da bancada fornece 12 V e 5 A.", "O extintor fica ao lado da porta."], heard.Citations.Select(c => c.Quote));
        Assert.Null(heard.Failed);
        Assert.Contains(rig.Logged.All, l => l.StartsWith("2 sentences", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mark_that_is_not_borne_out_is_taken_away_and_the_others_stay()
    {
        await using var rig = await Start("openai", [new Script.Say("O extintor fica ao lado da porta [2, 1][7].")]);
        var heard = await rig.Ask(Question("Onde?", Passage(Supply), Passage("O estacionamento tem quatro vagas.", page: 9)));
        Assert.Equal("O extintor fica ao lado da porta [1].", heard.Text);
        Assert.Equal([1], heard.Citations.Select(c => c.Number));
    }

    [Fact]
    public async Task A_quotation_is_cited_letter_by_letter_across_line_breaks()
    {
        const string page = "First line. The maximum input\nvoltage is 5.5 V for each channel. Last line.";
        await using var rig = await Start("openai", [new Script.Say("Segundo o manual, “maximum input voltage is 5.5 V” [1].")]);
        var heard = await rig.Ask(Question("Qual a tensão máxima?", Passage(page, Lang.En)));
        var citation = Assert.Single(heard.Citations);
        Assert.Equal("maximum input\nvoltage is 5.5 V", citation.Quote);
        Assert.Equal(100 + page.IndexOf("maximum", StringComparison.Ordinal), citation.Start);
    }

    [Theory]
    [InlineData("A tensão máxima de entrada é 5,5 V em cada canal [1].", true)]
    [InlineData("A bateria precisa ser trocada por um técnico [1].", true)]
    [InlineData("A bateria dura duas semanas sem ser carregada [1].", false)]
    [InlineData("A tensão máxima de entrada é 6,5 V em cada canal [1].", false)]
    public async Task An_English_passage_bears_out_what_is_said_in_Portuguese(string said, bool shown)
    {
        await using var rig = await Start("openai", [new Script.Say(said)]);
        var heard = await rig.Ask(Question("Como é?", Passage("The maximum input voltage is 5.5 V for each channel. The battery must be replaced by a technician.", Lang.En)));
        Assert.Equal(shown, heard.Citations.Count == 1);
        Assert.Equal(shown, heard.Text == said);
    }

    [Theory]
    [InlineData("Não encontrei nos documentos.")]
    [InlineData("I did not find it in the documents.")]
    public async Task A_model_that_finds_nothing_says_so_and_the_documents_are_asked_without_it(string said)
    {
        await using var rig = await Start("openai", [new Script.Say(said)]);
        Assert.Equal("model-found-nothing", (await rig.Ask(Question("Quem foi Dom Pedro?", Passage(Supply)))).Failed!.Code);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_sentence_is_given_as_soon_as_it_is_whole(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Say("A fonte fornece 12 V [1]. O ext"), new Script.Stall()]);
        await using var parts = rig.Model.Answer(Question("E a fonte?", Passage(Supply))).GetAsyncEnumerator();
        Assert.True(await parts.MoveNextAsync());
        Assert.Equal("A fonte fornece 12 V [1].", Assert.IsType<ChatPart.Text>(parts.Current).Delta);
        Assert.True(await parts.MoveNextAsync());
        Assert.IsType<ChatPart.Cited>(parts.Current);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task An_answer_at_its_limit_is_cut_after_its_last_whole_sentence(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Say("A fonte fornece 12 V [1]. O extintor fica [1]"), new Script.RunOut()]);
        var heard = await rig.Ask(Question("E a fonte?", Passage(Supply)));
        Assert.Equal("A fonte fornece 12 V [1].", heard.Text);
        Assert.Equal("answer-cut", Assert.Single(heard.Parts.OfType<ChatPart.Note>()).Code);
    }

    [Fact]
    public async Task A_model_that_never_stops_is_stopped()
    {
        await using var rig = await Start("openai", s => s.Assistant.MaxTokens = 16, [new Script.Say("A fonte fornece 12 V [1]. " + new string('A', 4000)), new Script.Stall()]);
        var heard = await rig.Ask(Question("E a fonte?", Passage(Supply)));
        Assert.Equal("A fonte fornece 12 V [1].", heard.Text);
        await rig.Server.Aborted.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Thoughts_between_tags_are_not_part_of_the_answer()
    {
        await using var rig = await Start("openai", [new Script.Say("<think>O extintor fica ao lado da porta [1]. Então</think>\n\nA fonte fornece 12 V [1].")]);
        Assert.Equal("A fonte fornece 12 V [1].", (await rig.Ask(Question("E a fonte?", Passage(Supply)))).Text);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task Passages_stand_between_fences_and_the_request_keeps_its_limits(string protocol)
    {
        await using var rig = await Start(protocol, s => (s.Assistant.MaxTokens, s.Assistant.ContextTokens) = (512, 2048), [new Script.Say("Nada.")]);
        var sources = Enumerable.Range(1, 40).Select(i => Passage($"Passagem {i}. " + string.Concat(Enumerable.Repeat("Palavras da passagem. ", 30)))).ToArray();
        await rig.Ask(Question("Pergunta?", sources) with { History = [.. Enumerable.Range(0, 50).Select(i => new Gemeo.Assistant.Model.Turn(i % 2 == 0, $"turno {i} " + new string('x', 200)))] });
        var request = Assert.Single(rig.Server.Requests);
        Assert.InRange(request.Length, 1000, (2048 * 4) + 2000);
        var said = rig.Server.Bodies[0].GetProperty("messages").EnumerateArray().Last().GetProperty("content").ToString();
        Assert.Matches("""<passage-([0-9a-f]{16}) n="1" document="Manual" page="3">""", said);
        Assert.EndsWith("Pergunta?", said, StringComparison.Ordinal);
        Assert.Contains("turno 49", request, StringComparison.Ordinal);
        Assert.DoesNotContain("turno 30", request, StringComparison.Ordinal);
        Assert.Contains(protocol == "ollama" ? "\"num_ctx\":2048" : "512", request, StringComparison.Ordinal);
    }
}
