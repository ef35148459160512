using Gemeo.Knowledge.Search;
using Gemeo.Knowledge.Search.Queries;
using Gemeo.Linguistics;

namespace Gemeo.Tests.Knowledge.Search;

public sealed class SearchIndexTests
{
    static readonly Passage[] _lab =
    [
        new(1, Lang.Pt, "A bancada de testes fica na sala 12. Reserve a bancada com um dia de antecedência."),
        new(2, Lang.En, "Enrolment for the course closes on Friday. Students who miss the deadline must see the registrar."),
        new(3, Lang.En, "The radio unit transmits in band n78. Its RSRP is measured by the UE in dBm."),
        new(4, Lang.Pt, "O roteador TP-Link fornece Wi-Fi aos visitantes; a senha muda toda semana."),
        new(5, Lang.En, "Safety glasses are mandatory near the soldering station. The fire extinguisher hangs beside the door."),
        new(6, Lang.Pt, "O restaurante universitário serve almoço das 11h às 14h."),
    ];

    static SearchIndex Lab()
    {
        var index = new SearchIndex();
        index.Add(_lab);
        return index;
    }

    [Theory]
    [InlineData("quando termina a matrícula?", 2)]
    [InlineData("where can I book the workbench?", 1)]
    [InlineData("óculos de proteção são obrigatórios?", 5)]
    [InlineData("onde está o extintor de incêndio", 5)]
    [InlineData("what time is lunch at the university restaurant", 6)]
    [InlineData("em que banda o rádio transmite", 3)]
    [InlineData("password for visitors", 4)]
    public void What_stands_in_the_other_language_is_found(string question, int passage)
    {
        using var index = Lab();
        Assert.Equal(passage, index.Search(question)[0].Id);
    }

    [Theory]
    [InlineData("n78", 3)]
    [InlineData("RSRP", 3)]
    [InlineData("rsrp", 3)]
    [InlineData("TP-Link", 4)]
    [InlineData("tplink", 4)]
    [InlineData("TP Link", 4)]
    [InlineData("wifi", 4)]
    [InlineData("Wi-Fi", 4)]
    [InlineData("UEs", 3)]
    [InlineData("extinguihser", 5)]
    [InlineData("roteadro", 4)]
    public void Codes_and_misspelt_words_are_found(string question, int passage)
    {
        using var index = Lab();
        Assert.Equal(passage, index.Search(question)[0].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("de a o")]
    [InlineData("???")]
    [InlineData("xyzzyq")]
    public void What_asks_for_nothing_finds_nothing(string question)
    {
        using var index = Lab();
        Assert.Empty(index.Search(question));
        using var empty = new SearchIndex();
        Assert.Empty(empty.Search("bancada"));
    }

    [Fact]
    public void The_same_id_again_replaces_and_removing_leaves_no_trace()
    {
        using var index = Lab();
        index.Add(6, Lang.En, "The cafeteria is closed.");
        Assert.Equal(_lab.Length, index.Count);
        Assert.Equal((6, Lang.En), (index.Search("cafeteria")[0].Id, index.Search("cafeteria")[0].Language));
        Assert.DoesNotContain(index.Search("almoço"), h => h.Id == 6);
        index.Remove([6, 6, 99]);
        Assert.Equal(_lab.Length - 1, index.Count);
        Assert.Empty(index.Search("cafeteria"));
    }

    [Fact]
    public void Passages_that_say_the_same_are_one_hit_that_names_the_others()
    {
        using var index = Lab();
        index.Add(21, Lang.Pt, _lab[0].Text);
        index.Add(20, Lang.Pt, _lab[0].Text + " Obrigado.");
        var hits = index.Search("reserva da bancada");
        Assert.Single(hits, h => h.Id is 1 or 20 or 21);
        Assert.Equal(2, hits[0].Alike.Count);
    }

    [Fact]
    public void A_trace_tells_what_was_translated_into_what_and_why()
    {
        using var index = Lab();
        var hit = index.Search("matrícula no curso", trace: true)[0];
        Assert.Equal((Lang.Pt, Lang.En), (hit.Trace!.Question, hit.Trace.Passage));
        var word = hit.Trace.Words.Single(w => w.Word == "matricula");
        Assert.Contains(word.Options, o => o is { Stem: "enrol", Origin: Origin.Glossary });
        Assert.True(word is { Contribution: > 0, Times: > 0, Idf: > 0, Passages: > 0 });
        Assert.Null(index.Search("matrícula")[0].Trace);
    }

    [Fact]
    public void An_acronym_spelt_out_is_no_heavier_than_the_acronym()
    {
        using var index = Lab();
        var trace = index.Search("O que mede o RSRP (reference signal received power)?", trace: true)[0].Trace!;
        Assert.Equal(1, trace.Words.Single(w => w.Word == "rsrp").Weight);
        Assert.All(trace.Words.Where(w => w.Word is "reference" or "signal" or "power"), w => Assert.InRange(w.Weight, 0, .9));
    }

    [Fact]
    public void A_question_as_long_as_a_book_is_answered_from_its_beginning()
    {
        using var index = Lab();
        Assert.Equal(1, index.Search("onde fica a bancada? " + string.Concat(Enumerable.Repeat("(a (b ) ", 200_000)))[0].Id);
    }

    [Fact]
    public void The_limit_is_kept_and_order_is_by_score()
    {
        using var index = new SearchIndex();
        index.Add(Enumerable.Range(0, 50).Select(i => new Passage(i, Lang.Pt, $"antena número {i} no telhado do prédio {i % 7} ao lado da caixa {i * 31}")));
        var hits = index.Search("antena no telhado", limit: 7);
        Assert.Equal(7, hits.Count);
        Assert.Equal(hits.OrderByDescending(h => h.Score).ThenBy(h => h.Id), hits);
        Assert.Empty(index.Search("antena", limit: 0));
    }
}
