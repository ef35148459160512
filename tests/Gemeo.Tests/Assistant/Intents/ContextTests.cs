using Gemeo.Assistant.Intents;
using Gemeo.Linguistics;

namespace Gemeo.Tests.Assistant.Intents;

public sealed class ContextTests
{
    static string Heard(string text, string? room = null, string lab = "demo", Lang? lang = null, params string[] recent) =>
        Canonical.Of(Utterances.Recognise(lab, new Asking(text, Utterances.Now, lang, room) { Recent = [.. recent] }), Utterances.Lab(lab));

    [Fact]
    public void It_means_what_was_spoken_of()
    {
        Assert.Equal("unsure which", Heard("apague ela"));
        Assert.Equal("order luz-teto-1.desligar", Heard("apague ela", recent: "luz-teto-1"));
        Assert.Equal("order luz-teto-1.desligar luz-teto-2.desligar", Heard("turn them off", recent: ["luz-teto-1", "luz-teto-2"]));
        Assert.Equal("order ar-condicionado.ajustar=20", Heard("set it to 20 degrees", recent: "ar-condicionado"));
        Assert.Equal("state ar-condicionado.ligado=true", Heard("is it on?", recent: "ar-condicionado"));
        Assert.Equal("order luz-teto-1.desligar luz-teto-2.desligar", Heard("desligue as duas", recent: ["luz-teto-1", "luz-teto-2"]));
    }

    [Fact]
    public void Two_of_nothing_named_are_not_everything() => Assert.Equal("unsure which", Heard("desligue os dois"));

    [Fact]
    public void The_room_decides_between_things_of_the_same_name()
    {
        Assert.Equal("unsure which", Heard("turn on the fan", lab: "greenhouse"));
        // Both fans stand in one room.
        Assert.Equal("unsure which", Heard("turn on the fan", room: "greenhouse", lab: "greenhouse"));
    }

    [Fact]
    public void A_shortcut_of_the_lab_decides_what_the_light_is()
    {
        Assert.Equal("order lampada-bancada.ligar", Heard("ligue a luz"));
        Assert.Equal("order lampada-bancada.ligar", Heard("turn on the light"));
        // The greenhouse has no shortcut.
        Assert.Equal("unsure which", Heard("turn on the light", lab: "greenhouse"));
    }

    [Fact]
    public void A_word_of_both_languages_is_of_the_conversations()
    {
        Assert.Equal(Lang.En, Utterances.Recognise("demo", new Asking("5G", Utterances.Now, Lang.En)).Lang);
        Assert.Equal(Lang.Pt, Utterances.Recognise("demo", new Asking("5G", Utterances.Now, Lang.Pt)).Lang);
        Assert.Equal(Lang.Pt, Utterances.Recognise("demo", new Asking("5G", Utterances.Now)).Lang);
        Assert.Equal(Lang.En, Utterances.Recognise("greenhouse", new Asking("5G", Utterances.Now)).Lang);
    }

    [Fact]
    public void What_a_thing_wants_to_be_asked_before_is_marked()
    {
        var order = Assert.IsType<Intent.Order>(Utterances.Recognise("demo", "desligue tudo"));
        Assert.Equal(["radio-5g"], order.Steps.Where(s => s.AskFirst).Select(s => s.Thing.Id));
        Assert.Equal(Scope.All, order.Scope);
        Assert.Equal(Scope.Room, Assert.IsType<Intent.Order>(Utterances.Recognise("demo", "desligue tudo na sala 5G")).Scope);
        Assert.Equal(Scope.Several, Assert.IsType<Intent.Order>(Utterances.Recognise("demo", "apague as luzes do teto")).Scope);
        Assert.Equal(Scope.Named, Assert.IsType<Intent.Order>(Utterances.Recognise("demo", "apague a luz do teto 1")).Scope);
    }

    [Theory]
    [InlineData("desligue as luzes 1 e 2 do teto", "order luz-teto-1.desligar luz-teto-2.desligar")]
    [InlineData("desligue a luz do teto 1 e a 2", "order luz-teto-1.desligar luz-teto-2.desligar")]
    [InlineData("turn the whole lab off", "order lampada-bancada.desligar ar-condicionado.desligar luz-teto-1.desligar luz-teto-2.desligar")]
    [InlineData("turn off everything but the lights and the AC", "order radio-5g.desligar")]
    [InlineData("turn off everything but", "unsure which")]
    [InlineData("apague tudo", "order lampada-bancada.desligar luz-teto-1.desligar luz-teto-2.desligar")]
    [InlineData("turn the AC off and the bench lamp on", "order ar-condicionado.desligar lampada-bancada.ligar")]
    [InlineData("ligue o ar no modo ventilar", "order ar-condicionado.ligar ar-condicionado.modo:=\"fan\"")]
    [InlineData("coloque a luz do teto 1 em 20% e a do teto 2 em 40%", "order luz-teto-1.brilho:=20 luz-teto-2.brilho:=40")]
    [InlineData("ligue a luz e me diga a temperatura se esquentar", "unsure later")]
    public void An_order_does_no_more_than_was_said(string text, string expected) => Assert.Equal(expected, Heard(text));
}
