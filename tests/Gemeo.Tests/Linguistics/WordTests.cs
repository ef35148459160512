using CsCheck;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Words;

namespace Gemeo.Tests.Linguistics;

public sealed class WordTests
{
    [Theory]
    [InlineData("O rádio 5G usa a banda n78.", "o radio 5g usa a banda n78")]
    [InlineData("RSRP de -90,5 dBm", "rsrp de 90.5 dbm")]
    [InlineData("TP-Link", "tp link tplink")]
    [InlineData("Wi-Fi 802.11ax", "wi fi wifi 802.11ax")]
    [InlineData("TCP/IP e/ou UDP", "tcp ip tcpip e ou eou udp")]
    [InlineData("C++, C# e MQTTBroker", "c++ c# e mqttbroker")]
    [InlineData("Nadrf_DataManagement", "nadrf data management nadrfdatamanagement")]
    [InlineData("the gNBs of two UEs", "the gnb of two ue")]
    [InlineData("copo d'água", "copo d agua")]
    [InlineData("oﬁcina e con\u00ADfiguração", "oficina e configuracao")]
    [InlineData("Fim.Início em docs.python.org", "fim inicio em docs python org")]
    [InlineData("…", "")]
    public void Codes_stay_whole_and_compounds_come_in_parts_and_as_a_whole(string text, string words) =>
        Assert.Equal(words, string.Join(' ', WordReader.Read(text).Select(w => w.Text)));

    [Fact]
    public void Words_stand_where_they_say_and_in_order() => Texts.Any.Sample(text =>
    {
        var before = 0;
        foreach (var word in WordReader.Read(text))
        {
            Assert.InRange(word.Start, 0, text.Length - word.Length);
            Assert.True(word.Length > 0);
            if (word.Joined) continue;
            Assert.True(word.Start >= before);
            before = word.Start + word.Length;
        }
    }, iter: 20_000);

    [Fact]
    public void Folding_what_is_folded_changes_nothing() =>
        Texts.Any.Sample(text => Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text))), iter: 20_000);

    [Fact]
    public void Every_code_point_there_is_can_be_folded_and_folded_again()
    {
        for (var point = 0; point <= 0x10FFFF; point++)
        {
            var text = point is >= 0xD800 and < 0xE000 ? ((char)point).ToString() : char.ConvertFromUtf32(point);
            var folded = Folding.Fold(text);
            if (Folding.Fold(folded) != folded) Assert.Fail($"U+{point:X4}: {folded} → {Folding.Fold(folded)}");
        }
    }

    [Fact]
    public void No_text_is_too_strange_to_be_analysed() => Gen.Select(Texts.Any, Gen.OneOf(Lang.Pt, Lang.En)).Sample((text, language) =>
    {
        foreach (var term in Terms.Of(text, language))
        {
            Assert.NotEqual("", term.Surface);
            Assert.InRange(term.End, 1, text.Length);
        }
    }, iter: 20_000);

    [Theory]
    [InlineData("Qual é a vazão do enlace?", Lang.Pt, "vazao enlace")]
    [InlineData("What is the throughput of the link?", Lang.En, "throughput link")]
    [InlineData("Qual OS roda no AS?", Lang.Pt, "os roda as")]
    [InlineData("REGRAS DE USO DO LABORATÓRIO", Lang.Pt, "regras uso laboratorio")]
    public void Stop_words_are_dropped_and_acronyms_that_look_like_them_are_not(string text, Lang language, string terms) =>
        Assert.Equal(terms, string.Join(' ', Terms.Of(text, language).Select(t => t.Surface)));
}
