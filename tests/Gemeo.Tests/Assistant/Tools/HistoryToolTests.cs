using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Tools;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Assistant.Intents;
using Gemeo.Tests.Log;
using Gemeo.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Assistant.Tools;

/// <summary>Questions about the past, against a real log; now is a Wednesday, 15:30 in the lab, and Greenwich is three hours ahead.</summary>
public abstract class HistoryToolTests : IDisposable
{
    readonly ILogDatabase _store;
    readonly Dictionary<string, Line> _lines = [];
    readonly HistoryTool _history;

    protected HistoryToolTests(ILogDatabase store)
    {
        _store = store;
        _history = new(_store.Figures, new FakeTimeProvider(Utterances.Now));
    }

    // By the lab's clock, of March.
    void Told(string thing, string name, int day, string clock, string value, EntryKind kind = EntryKind.Property, bool changed = true, string? cause = null)
    {
        var line = _lines.TryGetValue(thing, out var known) ? known : _lines[thing] = new(thing);
        var at = new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.FromHours(-3)) + TimeSpan.Parse(clock, System.Globalization.CultureInfo.InvariantCulture);
        _store.Commit([line.Next([line.Entry(value, kind, name, Instant.Of(at), changed: changed, cause: cause)])]);
    }

    string Ask(string question)
    {
        var asked = Assert.IsType<Intent.AskHistory>(Utterances.Recognise("demo", question));
        var recorded = _history.Recall(asked.Of[0], asked.Aggregate, asked.When);
        return HistoryAnswer.Say(asked.Of[0], asked.Aggregate, asked.When, recorded, new(asked.Lang, Utterances.Now, Utterances.Lab("demo").TimeZone));
    }

    [Fact]
    public void Yesterday_is_the_labs_yesterday()
    {
        Told("ambiente", "temperatura", 9, "23:59:59", "35");
        Told("ambiente", "temperatura", 10, "00:00", "20");
        Told("ambiente", "temperatura", 10, "14:32", "27.4");
        Told("ambiente", "temperatura", 10, "16:00", "27.4", changed: false);
        Told("ambiente", "temperatura", 10, "22:30", "21"); // the next day in Greenwich
        Told("ambiente", "temperatura", 11, "00:00", "30");
        Told("ambiente", "umidade", 10, "12:00", "99");
        Assert.Equal("A temperatura máxima ontem foi 27,4 °C, ontem às 14:32 (Sensor do ambiente).", Ask("qual foi a maior temperatura ontem?"));
        Assert.Equal("The lowest temperature yesterday was 20 °C, yesterday at 00:00 (Room sensor).", Ask("what was the lowest temperature yesterday"));
        Assert.Equal("A temperatura média ontem foi 23,95 °C (Sensor do ambiente).", Ask("qual foi a temperatura média ontem"));
        Assert.Equal("Não há registro de Sensor do ambiente: Gás carbônico ontem.", Ask("qual foi o maior gás carbônico ontem?"));
    }

    [Fact]
    public void A_moment_is_what_was_told_last_before_it()
    {
        Told("ambiente", "temperatura", 11, "13:00", "21");
        Told("ambiente", "temperatura", 11, "14:30", "29");
        Assert.Equal("Room sensor: Temperature: 21 °C, at 14:00.", Ask("what was the temperature at 2pm"));
    }

    [Fact]
    public void How_long_goes_on_from_what_held_before_and_ends_now()
    {
        Told("ar-condicionado", "ligado", 9, "20:00", "true");
        Told("ar-condicionado", "ligado", 10, "02:00", "false");
        Told("ar-condicionado", "ligado", 10, "23:45", "true");
        Assert.Equal("Ar-condicionado: ligado: 2 h 15 min ontem.", Ask("por quanto tempo o ar ficou ligado ontem?"));
        Assert.Equal("Ar-condicionado: ligado: 15 h 30 min hoje.", Ask("por quanto tempo o ar ficou ligado hoje?"));
        Assert.Equal("Ar-condicionado: ligado desde ontem às 23:45 (há 15 h 45 min).", Ask("desde quando o ar está ligado?"));
    }

    [Fact]
    public void A_count_is_of_how_often_it_became_so()
    {
        Told("porta", "aberta", 11, "08:00", "false");
        foreach (var hour in (int[])[9, 11, 13])
        {
            Told("porta", "aberta", 11, $"{hour}:00", "true");
            Told("porta", "aberta", 11, $"{hour}:01", "true", changed: false);
            Told("porta", "aberta", 11, $"{hour}:30", "false");
        }
        Assert.Equal("Porta do laboratório: aberta: 3 vezes hoje.", Ask("quantas vezes a porta abriu hoje"));
        Assert.Equal("Porta do laboratório: aberta: nenhuma vez ontem.", Ask("quantas vezes a porta abriu ontem"));
        Assert.Equal("Porta do laboratório: aberta: pela última vez às 13:00.", Ask("quando a porta foi aberta pela última vez?"));
    }

    [Fact]
    public void Who_did_it_is_who_gave_the_order_that_the_report_confirmed()
    {
        const string Command = """{"id":"c1","thing":"lampada-bancada","of":"action","name":"ligar","state":"confirmed","already":false,"unconfirmable":false,"created":"2026-03-11T12:05:00.000000Z","timeout":5,"by":"ana"}""";
        Told("lampada-bancada", "ligada", 11, "09:00", "false");
        Told("lampada-bancada", "ligada", 11, "09:05", "true");
        Told("lampada-bancada", "ligar", 11, "09:05", Command, EntryKind.Action, cause: "c1");
        Assert.Equal("Lâmpada da bancada: ligada: ana, às 09:05.", Ask("quem ligou a luz"));
        Told("lampada-bancada", "ligada", 11, "10:00", "false");
        Told("lampada-bancada", "ligada", 11, "10:30", "true");
        Assert.Equal("Lâmpada da bancada: ligada às 10:30; ninguém deu essa ordem por aqui.", Ask("quem ligou a luz"));
    }

    [Fact]
    public void What_a_meter_counted_survives_its_beginning_again()
    {
        Told("medidor-energia", "energia", 9, "23:00", "100");
        Told("medidor-energia", "energia", 10, "10:00", "104");
        Told("medidor-energia", "energia", 10, "11:00", "0");
        Told("medidor-energia", "energia", 10, "20:00", "4.25");
        Assert.Equal("Medidor de energia: 8,25 kWh ontem.", Ask("quanta energia foi gasta ontem"));
        Assert.Equal("Sensor do ambiente: Umidade relativa: entre 40% e 55,5% hoje (3 leituras).", Humidity());
    }

    string Humidity()
    {
        foreach (var (clock, value) in new[] { ("08:00", "40"), ("09:00", "55.5"), ("10:00", "50") }) Told("ambiente", "umidade", 11, clock, value);
        return Ask("me mostre o histórico da umidade de hoje");
    }

    [Fact]
    public void A_device_that_was_away_is_known_by_its_own_track()
    {
        Told("radio-5g", "heard", 11, "08:00", "true", EntryKind.Availability);
        Told("radio-5g", "silent", 11, "10:00", "false", EntryKind.Availability);
        Told("radio-5g", "heard", 11, "10:20", "true", EntryKind.Availability);
        var asked = new Asked(Utterances.Lab("demo").Things.First(t => t.Id == "radio-5g"), null, System.Text.Json.JsonElement.Parse("false"), Reachable: true);
        Assert.Equal(TimeSpan.FromMinutes(20), _history.Recall(asked, Aggregate.Duration, null).Lasted);
        Assert.Equal(1, _history.Recall(asked, Aggregate.Count, null).Count);
    }

    public virtual void Dispose()
    {
        _store.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteHistoryToolTests : HistoryToolTests
{
    readonly string _folder;

    public SqliteHistoryToolTests() : this(Folder.New("log"))
    {
    }

    SqliteHistoryToolTests(string folder) : base(new SqliteStore(folder)) => _folder = folder;

    public override void Dispose()
    {
        base.Dispose();
        Folder.Remove(_folder);
    }
}

public sealed class PostgresHistoryToolTests : HistoryToolTests
{
    readonly string _schema;

    public PostgresHistoryToolTests() : this(Postgres.Shared.Schema())
    {
    }

    PostgresHistoryToolTests(string schema) : base(new PostgresStore(schema)) => _schema = schema;

    public override void Dispose()
    {
        base.Dispose();
        Postgres.Drop(_schema);
    }
}
