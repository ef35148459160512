using Gemeo.Assistant.Intents;

namespace Gemeo.Tests.Assistant.Intents;

/// <summary>Said on Wednesday 2026-03-11 at 15:30 in the demo lab (São Paulo).</summary>
public sealed class TimeTests
{
    [Theory]
    [InlineData("temperatura máxima hoje", "2026-03-11T00:00/2026-03-11T15:30")]
    [InlineData("temperatura máxima anteontem", "2026-03-09T00:00/2026-03-10T00:00")]
    [InlineData("temperatura máxima ontem de manhã", "2026-03-10T06:00/2026-03-10T12:00")]
    [InlineData("temperatura máxima hoje à tarde", "2026-03-11T12:00/2026-03-11T15:30")]
    [InlineData("temperatura máxima nos últimos 30 minutos", "2026-03-11T15:00/2026-03-11T15:30")]
    [InlineData("temperatura máxima na última meia hora", "2026-03-11T15:00/2026-03-11T15:30")]
    [InlineData("temperatura máxima na última hora", "2026-03-11T14:30/2026-03-11T15:30")]
    [InlineData("temperatura máxima nas últimas vinte e quatro horas", "2026-03-10T15:30/2026-03-11T15:30")]
    [InlineData("temperatura máxima há 3 dias", "2026-03-08T00:00/2026-03-09T00:00")]
    [InlineData("temperatura máxima esta semana", "2026-03-09T00:00/2026-03-11T15:30")]
    [InlineData("temperatura máxima no mês passado", "2026-02-01T00:00/2026-03-01T00:00")]
    [InlineData("temperatura máxima no ano passado", "2025-01-01T00:00/2026-01-01T00:00")]
    [InlineData("temperatura máxima no fim de semana", "2026-03-07T00:00/2026-03-09T00:00")]
    [InlineData("temperatura máxima na quarta-feira", "2026-03-04T00:00/2026-03-05T00:00")]
    [InlineData("temperatura máxima na terça passada", "2026-03-10T00:00/2026-03-11T00:00")]
    [InlineData("temperatura máxima no domingo", "2026-03-08T00:00/2026-03-09T00:00")]
    [InlineData("temperatura máxima em 05/03", "2026-03-05T00:00/2026-03-06T00:00")]
    [InlineData("temperatura máxima em 05/03/2025", "2025-03-05T00:00/2025-03-06T00:00")]
    [InlineData("temperatura máxima em 2026-03-02", "2026-03-02T00:00/2026-03-03T00:00")]
    [InlineData("temperatura máxima em 25 de dezembro", "2025-12-25T00:00/2025-12-26T00:00")]
    [InlineData("temperatura máxima no dia 3", "2026-03-03T00:00/2026-03-04T00:00")]
    [InlineData("temperatura máxima no dia 28", "2026-02-28T00:00/2026-03-01T00:00")]
    [InlineData("temperatura máxima em janeiro", "2026-01-01T00:00/2026-02-01T00:00")]
    [InlineData("temperatura máxima das 8 às 10 de ontem", "2026-03-10T08:00/2026-03-10T10:00")]
    [InlineData("temperatura máxima entre 8h30 e 9:15", "2026-03-11T08:30/2026-03-11T09:15")]
    [InlineData("temperatura máxima entre 22h e 2h de ontem", "2026-03-10T22:00/2026-03-11T02:00")]
    [InlineData("temperatura máxima desde as 9h", "2026-03-11T09:00/2026-03-11T15:30")]
    [InlineData("temperatura máxima desde segunda", "2026-03-09T00:00/2026-03-11T15:30")]
    [InlineData("temperatura máxima desde ontem", "2026-03-10T00:00/2026-03-11T15:30")]
    [InlineData("temperatura máxima ontem depois das 18h", "2026-03-10T18:00/2026-03-11T00:00")]
    [InlineData("temperatura máxima ontem antes das 7h", "2026-03-10T00:00/2026-03-10T07:00")]
    [InlineData("qual era a temperatura às 2 da tarde", "@2026-03-11T14:00")]
    [InlineData("qual era a temperatura às 23h", "@2026-03-10T23:00")]
    [InlineData("qual era a temperatura há 2 horas", "@2026-03-11T13:30")]
    [InlineData("qual era a temperatura meia hora atrás", "@2026-03-11T15:00")]
    [InlineData("qual era a temperatura ontem ao meio-dia", "@2026-03-10T12:00")]
    [InlineData("maximum temperature the day before yesterday", "2026-03-09T00:00/2026-03-10T00:00")]
    [InlineData("maximum temperature yesterday afternoon", "2026-03-10T12:00/2026-03-10T18:00")]
    [InlineData("maximum temperature in the past 90 minutes", "2026-03-11T14:00/2026-03-11T15:30")]
    [InlineData("maximum temperature last Monday", "2026-03-09T00:00/2026-03-10T00:00")]
    [InlineData("maximum temperature on the 5th of March", "2026-03-05T00:00/2026-03-06T00:00")]
    [InlineData("maximum temperature on December 25", "2025-12-25T00:00/2025-12-26T00:00")]
    [InlineData("maximum temperature this month", "2026-03-01T00:00/2026-03-11T15:30")]
    [InlineData("maximum temperature between 2 and 4pm yesterday", "2026-03-10T14:00/2026-03-10T16:00")]
    [InlineData("maximum temperature from 9am to noon", "2026-03-11T09:00/2026-03-11T12:00")]
    [InlineData("maximum temperature since 8am", "2026-03-11T08:00/2026-03-11T15:30")]
    [InlineData("what was the temperature two hours ago", "@2026-03-11T13:30")]
    [InlineData("what was the temperature at 12:45 am", "@2026-03-11T00:45")]
    [InlineData("maximum temperature three days ago", "2026-03-08T00:00/2026-03-09T00:00")]
    public void A_time_is_reckoned_in_the_zone_of_the_lab(string text, string expected)
    {
        var heard = Canonical.Of(Utterances.Recognise("demo", text), Utterances.Lab("demo"));
        Assert.StartsWith("history ambiente.temperatura ", heard);
        Assert.EndsWith($" {expected}", heard);
    }

    [Fact]
    public void Yesterday_is_the_day_of_the_lab_and_not_that_of_the_server()
    {
        // Still the 10th in São Paulo, already the 11th in Greenwich.
        var late = new DateTimeOffset(2026, 3, 11, 1, 0, 0, TimeSpan.Zero);
        var history = Assert.IsType<Intent.AskHistory>(Utterances.Recognise("demo", new Asking("maior temperatura ontem", late)));
        Assert.Equal(new(new(2026, 3, 9, 3, 0, 0, TimeSpan.Zero), new(2026, 3, 10, 3, 0, 0, TimeSpan.Zero)), history.When);
    }

    [Fact]
    public void A_day_that_begins_at_one_because_of_daylight_saving_is_still_a_day()
    {
        // In São Paulo, 2018-11-04 had no hour 0.
        var next = new DateTimeOffset(2018, 11, 5, 15, 0, 0, TimeSpan.Zero);
        var history = Assert.IsType<Intent.AskHistory>(Utterances.Recognise("demo", new Asking("maior temperatura ontem", next)));
        Assert.Equal(TimeSpan.FromHours(23), history.When!.To - history.When.From);
    }
}
