using System.Text.Encodings.Web;
using System.Text.Json;
using Gemeo.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gemeo.Cli;

/// <summary>Where a command speaks: tables and sentences for a person, or one JSON document (a line each when it follows) for a program.</summary>
public sealed class Screen(Surroundings around, Words words, bool json)
{
    static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IAnsiConsole _console = Terminal.Over(around.Out, around.OutIsTerminal, around.IsPlain);
    readonly IAnsiConsole _beside = Terminal.Over(around.Error, around.ErrorIsTerminal, around.IsPlain);

    public bool Json => json;

    /// <summary>Results go before somebody's eyes, not into a file.</summary>
    public bool IsTerminal => around.OutIsTerminal;

    /// <summary>Where the result goes, for what is no text of ours.</summary>
    public TextWriter Out => around.Out;

    /// <summary>One plain line; whatever a device put into it cannot steer the terminal.</summary>
    public void Line(string text) => around.Out.WriteLine(Printable.Of(text));

    /// <summary>A line of several inks.</summary>
    public void Line(params Piece[] pieces) => around.Out.WriteLine(Inked(pieces, around.OutIsTerminal));

    /// <summary>Words that go on where the last ended; line ends stay.</summary>
    public void Words(string text)
    {
        around.Out.Write(string.Join('\n', text.Split('\n').Select(Printable.Of)));
        around.Out.Flush();
    }

    /// <summary>Beside the result: what a person should know and a pipe should not carry.</summary>
    public void Note(string text) => around.Error.WriteLine(Printable.Of(text));

    public void Note(params Piece[] pieces) => around.Error.WriteLine(Inked(pieces, around.ErrorIsTerminal));

    public void Document(object document) => Raw(JsonSerializer.Serialize(document, _web));

    /// <summary>JSON as it came.</summary>
    public void Raw(string jsonText) => around.Out.WriteLine(jsonText);

    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Piece>> rows)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var head in heads) table.AddColumn(new TableColumn(new Text(head, new Style(decoration: Decoration.Bold))));
        foreach (var row in rows) table.AddRow(row.Select(IRenderable (cell) => new Text(Printable.Of(cell.Text), StyleOf(cell.Ink))));
        _console.Write(table);
    }

    /// <summary>Does long work under a progress bar beside the result; the work tells what it is at and how far, from 0 to 1.</summary>
    public T Watched<T>(Func<Action<string, double>, T> work)
    {
        if (json) return work((_, _) => { });
        var result = default(T)!;
        Bars().Start(context =>
        {
            var bar = new Bar(context);
            result = work(bar.At);
            bar.End();
        });
        return result;
    }

    /// <summary>The same for work that waits.</summary>
    public async Task<T> WatchedAsync<T>(Func<Action<string, double>, Task<T>> work)
    {
        if (json) return await work((_, _) => { });
        return await Bars().StartAsync(async context =>
        {
            var bar = new Bar(context);
            var result = await work(bar.At);
            bar.End();
            return result;
        });
    }

    Progress Bars() => _beside.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    /// <summary>Something moves on a terminal while this is waited for; elsewhere nothing is said.</summary>
    public async Task<T> Patiently<T>(string text, Task<T> what) =>
        json || !around.ErrorIsTerminal || around.IsPlain || what.IsCompleted
            ? await what
            : await _beside.Status().Spinner(Spinner.Known.Dots).StartAsync(Markup.Escape(Printable.Of(text)), _ => what);

    /// <summary>Asks a person.</summary>
    /// <returns>Null where nobody can be asked.</returns>
    public bool? Agrees(string question)
    {
        if (json || !around.CanAsk) return null;
        around.Error.Write($"{Printable.Of(question)} {words["[s/N]", "[y/N]"]} ");
        around.Error.Flush();
        return around.In.ReadLine()?.Trim().ToLowerInvariant() is "s" or "sim" or "y" or "yes";
    }

    /// <summary>Says why it did not work; returns the exit code.</summary>
    public int Fail(int exit, string code, string sentence)
    {
        if (json) Document(new { code, erro = sentence });
        else Note(new Piece("✗ ", Ink.Bad), sentence);
        return exit;
    }

    public int Refused(RefusedException why)
    {
        var refusal = why.Refusal;
        if (json && refusal.Document is Newtonsoft.Json.Linq.JObject) Raw(refusal.Raw!);
        else Fail(0, refusal.Code, refusal.Detail is null ? refusal.Erro : $"{refusal.Erro} ({refusal.Detail})");
        if (!json && refusal.Status is 401 or 403) Note("  " + words["A chave vai em --key ou GEMEO_KEY.", "The key goes into --key or GEMEO_KEY."]);
        return Exit.Of(refusal);
    }

    string Inked(Piece[] pieces, bool terminal) =>
        string.Concat(pieces.Select(p => p with { Text = Printable.Of(p.Text) }).Select(p => terminal && !around.IsPlain ? p.Coloured : p.Text));

    static Style StyleOf(Ink ink) => ink switch
    {
        Ink.Good => new(Color.Green),
        Ink.Look => new(Color.Yellow),
        Ink.Bad => new(Color.Red),
        Ink.Name => new(Color.Teal),
        Ink.Faint => new(decoration: Decoration.Dim),
        Ink.Strong => new(decoration: Decoration.Bold),
        _ => Style.Plain,
    };

    sealed class Bar(ProgressContext context)
    {
        ProgressTask? _now;
        string _name = "";

        public void At(string name, double done)
        {
            if (_now is null || _name != name)
            {
                End();
                // Whatever a file is called, it is text and no markup.
                _now = context.AddTask(Markup.Escape(Printable.Of(_name = name)), maxValue: 1);
            }
            _now.Value(done);
        }

        public void End() => _now?.Value(1);
    }
}
