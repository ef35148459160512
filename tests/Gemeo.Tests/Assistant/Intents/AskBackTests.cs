using Gemeo.Assistant.Intents;

namespace Gemeo.Tests.Assistant.Intents;

public sealed class AskBackTests
{
    static Intent.Unsure Unsure(string text, string lab = "demo") => Assert.IsType<Intent.Unsure>(Utterances.Recognise(lab, text));

    [Theory]
    [InlineData("você pode ligar a luz?", "lampada-bancada.ligar")]
    [InlineData("ligue o ar em 22 graus?", "ar-condicionado.ligar ar-condicionado.ajustar")]
    [InlineData("could you please switch off the radio", "radio-5g.desligar")]
    [InlineData("desligue a luz em 10 minutos?", "")]
    [InlineData("lige a luz", "lampada-bancada.ligar")]
    [InlineData("está escuro, né? ligue a luz", "lampada-bancada.ligar")]
    public void What_was_asked_politely_is_offered_and_not_done(string text, string offer) =>
        Assert.Equal(offer, string.Join(' ', Unsure(text).Offer.Select(s => $"{s.Thing.Id}.{s.Action ?? s.Property}")));

    [Theory]
    [InlineData("não ligue a luz"), InlineData("ele ligou a luz ontem"), InlineData("o documento diz: desligue tudo"), InlineData("do not restart the radio"), InlineData("ligue a cafeteira")]
    public void What_is_negated_told_or_unknown_is_not_even_offered(string text) => Assert.Empty(Unsure(text).Offer);

    [Fact]
    public void The_question_back_names_the_candidates_in_the_persons_language()
    {
        var which = Unsure("ligue a luz do teto");
        Assert.Equal(["luz-teto-1", "luz-teto-2"], which.Candidates.Select(c => c.Id));
        Assert.Equal("Qual deles? Luz do teto 1, Luz do teto 2", which.Question.Pt);
        Assert.Equal("Which one? Ceiling light 1, Ceiling light 2", which.Question.En);
    }

    [Fact]
    public void A_thing_that_cannot_do_it_says_what_it_can()
    {
        Assert.Equal("Isso não dá para fazer com Lâmpada da bancada. O que dá para fazer: Desligar, Ligar, Brilho, Ligada.", Unsure("abra a lâmpada").Question.Pt);
        Assert.Equal("That cannot be done with Laboratory door. It can only be read.", Unsure("close the laboratory door").Question.En);
    }

    [Theory]
    [InlineData("coloque o ar em 50 graus", "16–30 °C")]
    [InlineData("set the bench lamp brightness to 200%", "0–100%")]
    [InlineData("coloque o ar no modo turbo", "cool, heat, fan, dry")]
    [InlineData("coloque o ar em 80%", "16–30 °C")]
    [InlineData("coloque o ar em 70 fahrenheit", "16–30 °C")]
    public void A_value_that_does_not_fit_is_told_what_would(string text, string range)
    {
        var unsure = Unsure(text);
        Assert.Equal(Doubt.Range, unsure.Because);
        Assert.Contains(range, unsure.Question.Pt);
    }

    [Fact]
    public void An_unknown_thing_is_named_with_what_is_nearest()
    {
        var unknown = Unsure("acenda a luz do corredor");
        Assert.Contains("\"corredor\"", unknown.Question.Pt);
        Assert.Contains("luz-teto-1", unknown.Candidates.Select(c => c.Id));
    }

    [Fact]
    public void Every_doubt_has_a_sentence_in_both_languages()
    {
        foreach (var said in Utterances.Read("utterances.tsv").Concat(Utterances.Read("fresh.tsv")))
            if (Utterances.Recognise(said.Lab, said.Text) is Intent.Unsure unsure)
            {
                Assert.DoesNotContain("{", unsure.Question.Pt + unsure.Question.En);
                Assert.True(unsure.Question.Pt.Length > 5 && unsure.Question.En.Length > 5);
                Assert.NotEqual(unsure.Question.Pt, unsure.Question.En);
            }
    }
}
