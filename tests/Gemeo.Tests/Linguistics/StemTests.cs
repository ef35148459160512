using CsCheck;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Stemming;

namespace Gemeo.Tests.Linguistics;

public sealed class StemTests
{
    [Theory]
    [InlineData("informação informações informar informado")]
    [InlineData("sinal sinais")]
    [InlineData("nível níveis")]
    [InlineData("laboratório laboratórios")]
    [InlineData("matrícula matrículas matricular")]
    [InlineData("botão botões")]
    [InlineData("sensor sensores")]
    [InlineData("imagem imagens")]
    [InlineData("brasileiro brasileira brasileiros brasileiras")]
    [InlineData("vaga vagas")]
    [InlineData("perfil perfis")]
    [InlineData("mês meses")]
    public void Forms_of_a_Portuguese_word_meet_with_and_without_accents(string forms)
    {
        var all = forms.Split(' ');
        Assert.Single(all.Select(f => Stem.Of(Folding.Fold(f), Lang.Pt)).Distinct());
    }

    // From the vocabulary published with the algorithm.
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("cats", "cat")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflat")]
    [InlineData("troubled", "troubl")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("digitizer", "digit")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("feudalism", "feudal")]
    [InlineData("hopefulness", "hope")]
    [InlineData("sensibiliti", "sensibl")]
    [InlineData("electrical", "electr")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("probate", "probat")]
    [InlineData("controll", "control")]
    [InlineData("roll", "roll")]
    public void English_is_stemmed_as_Porter_published(string word, string stem) => Assert.Equal(stem, Stem.Of(word, Lang.En));

    [Theory]
    [InlineData("5g")]
    [InlineData("n78")]
    [InlineData("802.11ax")]
    [InlineData("c++")]
    public void Codes_are_their_own_stem(string code) => Assert.Equal((code, code), (Stem.Of(code, Lang.Pt), Stem.Of(code, Lang.En)));

    [Fact]
    public void No_word_is_too_strange_to_be_stemmed_and_none_vanishes() =>
        Gen.Select(Gen.OneOf(Gen.Char['a', 'z'].Array[1, 45].Select(c => new string(c)), Gen.OneOf("a", "s", "e", "os", "ões", "is", "ing", "ed", "ation", "eira", "mente", "y", "b").Array[1, 6].Select(string.Concat).Select(w => Folding.Fold(w))),
            Gen.OneOf(Lang.Pt, Lang.En)).Sample((word, language) => Assert.NotEqual("", Stem.Of(word, language)), iter: 50_000);
}
