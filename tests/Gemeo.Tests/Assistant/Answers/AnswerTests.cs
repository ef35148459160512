using System.Text.Json;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Intents;
using Gemeo.Linguistics;
using Gemeo.Tests.Assistant.Intents;

namespace Gemeo.Tests.Assistant.Answers;

/// <summary>A question's intent, and plain data in place of a lab that runs.</summary>
public sealed class AnswerTests
{
    static Hearer Hearer(Lang lang) => new(lang, Utterances.Now, Utterances.Lab("demo").TimeZone);

    static JsonElement Json(string json) => JsonElement.Parse(json);

    // In the lab's clock, which is three hours behind Greenwich.
    static DateTimeOffset At(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, TimeSpan.FromHours(-3));

    static string State(string question, Known known)
    {
        var intent = Assert.IsType<Intent.AskState>(Utterances.Recognise("demo", question));
        return StateAnswer.Say(intent.Of[0], known, Hearer(intent.Lang));
    }

    static string History(string question, Recorded recorded)
    {
        var intent = Assert.IsType<Intent.AskHistory>(Utterances.Recognise("demo", question));
        return HistoryAnswer.Say(intent.Of[0], intent.Aggregate, intent.When, recorded, Hearer(intent.Lang));
    }

    [Theory]
    [InlineData("a luz está ligada?", "true", "Sim. Lâmpada da bancada está ligada.")]
    [InlineData("a luz está ligada?", "false", "Não. Lâmpada da bancada não está ligada.")]
    [InlineData("o ar está desligado?", "false", "Sim. Ar-condicionado não está ligado.")]
    [InlineData("is the door open", "true", "Yes. Laboratory door is open.")]
    [InlineData("tem alguém no laboratório?", "true", "Sim. Sensor de presença: Há alguém: sim.")]
    [InlineData("qual a temperatura", "27.4", "Sensor do ambiente: Temperatura: 27,4 °C.")]
    [InlineData("what's the temperature", "27.4", "Room sensor: Temperature: 27.4 °C.")]
    [InlineData("qual o brilho da luz do teto 1", "80", "Luz do teto 1: Brilho: 80%.")]
    [InlineData("em que modo está o ar", "\"cool\"", "Ar-condicionado: Modo: cool.")]
    [InlineData("qual a energia acumulada", "12345.678", "Medidor de energia: Energia acumulada: 12.345,68 kWh.")]
    public void A_state_is_said_in_the_language_of_the_question(string question, string value, string expected) =>
        Assert.Equal(expected, State(question, new(Json(value), At(11, 15, 0))));

    [Fact]
    public void A_device_that_does_not_answer_is_said_not_to()
    {
        Assert.Equal("Lâmpada da bancada não responde desde as 14:32; o último valor conhecido: Lâmpada da bancada está ligada.",
            State("a luz está ligada?", new(Json("true"), At(11, 14, 0), false, At(11, 14, 32))));
        Assert.Equal("Bench lamp is not answering since yesterday 14:32; the last known value: Bench lamp is on.",
            State("is the light on", new(Json("true"), At(10, 14, 0), false, At(10, 14, 32))));
        Assert.Equal("Rádio 5G não responde.", State("qual a vazão do rádio", new(null, null, false)));
        Assert.Equal("Sensor do ambiente: Temperatura ainda sem leitura.", State("qual a temperatura", new(null)));
        Assert.Equal("Não. Rádio 5G não responde desde ontem às 08:05.", State("o rádio está online?", new(null, null, false, At(10, 8, 5))));
    }

    [Fact]
    public void What_is_not_known_is_neither_yes_nor_no()
    {
        var asked = Assert.IsType<Intent.AskState>(Utterances.Recognise("demo", "a luz está ligada?")).Of[0];
        Assert.Null(StateAnswer.Matches(asked, new(Json("true"), null, false)));
        Assert.Null(StateAnswer.Matches(asked, new(null)));
        Assert.True(StateAnswer.Matches(asked, new(Json("true"))));
        Assert.DoesNotContain("Sim", State("a luz está ligada?", new(Json("true"), null, false)));
    }

    [Theory]
    [InlineData("qual foi a maior temperatura ontem?", "A temperatura máxima ontem foi 27,4 °C, ontem às 14:32 (Sensor do ambiente).")]
    [InlineData("what was the lowest temperature yesterday", "The lowest temperature yesterday was 27.4 °C, yesterday at 14:32 (Room sensor).")]
    [InlineData("média de umidade hoje", "A umidade relativa média hoje foi 27,4% (Sensor do ambiente).")]
    [InlineData("qual o máximo de terminais conectados na última hora", "Os terminais conectados máximos entre 14:30 e 15:30 foram 27,4, ontem às 14:32 (Rádio 5G).")]
    public void An_extreme_is_said_with_its_time(string question, string expected) =>
        Assert.Equal(expected, History(question, new(Json("27.4"), At(10, 14, 32))));

    [Fact]
    public void What_happened_is_said()
    {
        Assert.Equal("Porta do laboratório: aberta: pela última vez às 09:05.", History("quando a porta foi aberta pela última vez?", new(At: At(11, 9, 5))));
        Assert.Equal("Porta do laboratório: aberta: 3 vezes hoje.", History("quantas vezes a porta abriu hoje", new(Count: 3)));
        Assert.Equal("Porta do laboratório: aberta: nenhuma vez hoje.", History("quantas vezes a porta abriu hoje", Recorded.Nothing));
        Assert.Equal("Ar-condicionado: ligado: 2 h 15 min ontem.", History("por quanto tempo o ar ficou ligado ontem?", new(Lasted: TimeSpan.FromMinutes(135))));
        Assert.Equal("Air conditioner: on since 13:15 (for 2 h 15 min).", History("how long has the AC been on", new(At: At(11, 13, 15), Lasted: TimeSpan.FromMinutes(135))));
        Assert.Equal("Medidor de energia: 8,25 kWh ontem.", History("quanta energia foi gasta ontem", new(Change: 8.25)));
        Assert.Equal("Lâmpada da bancada: ligada: ana, às 09:05.", History("quem ligou a luz", new(At: At(11, 9, 5), By: "ana")));
        Assert.Equal("Lâmpada da bancada: ligada às 09:05; ninguém deu essa ordem por aqui.", History("quem ligou a luz", new(At: At(11, 9, 5))));
        Assert.Equal("Room sensor: Temperature: 21 °C, at 14:00.", History("what was the temperature at 2pm", new(Json("21"))));
        Assert.Equal("Sensor do ambiente: Umidade relativa: entre 40% e 55,5% hoje (1.200 leituras).", History("me mostre o histórico da umidade de hoje", new(Least: 40, Most: 55.5, Count: 1200)));
        Assert.Equal("Não há registro de Sensor do ambiente: Temperatura ontem.", History("qual foi a maior temperatura ontem?", Recorded.Nothing));
    }

    [Fact]
    public void A_list_tells_apart_what_is_not_and_what_does_not_answer()
    {
        var filter = Assert.IsType<Intent.ListThings>(Utterances.Recognise("demo", "quais luzes estão ligadas?")).Filter;
        Known[] known = [new(Json("true")), new(Json("false")), new(Json("true"), null, false)];
        var all = filter.Of.Zip(known).ToList();
        Assert.Equal("Lâmpada da bancada (1 de 3). Sem resposta: Luz do teto 2.", ListAnswer.Which(all, Hearer(Lang.Pt)));
        Assert.Equal("1 of 3: Bench lamp. Not answering: Ceiling light 2.", ListAnswer.HowMany(all, Hearer(Lang.En)));
        Assert.Equal("Nenhum de 1.", ListAnswer.Which([.. all.Skip(1).Take(1)], Hearer(Lang.Pt)));
        var lights = Assert.IsType<Intent.HowMany>(Utterances.Recognise("demo", "how many lights are there")).Filter;
        Assert.Equal("3: Bench lamp, Ceiling light 1, Ceiling light 2.", ListAnswer.HowMany([.. lights.Of.Select(a => (a, new Known(null)))], Hearer(Lang.En)));
    }
}
