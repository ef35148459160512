using System.Text.Encodings.Web;
using System.Text.Json;
using Gemeo.Cli.Connection;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gemeo.Cli;

/// <summary>Where a command speaks: tables and sentences for a person, or one JSON document (a line each when it follows) for a program.</summary>
public sealed class Screen(Surroundings around, Words words, bool json)
{
    const int FileWidth = 1000;

    static readonly JsonSerializerOptions _web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IAnsiConsole _console = Console(around.Out);

    public bool Json => json;

    /// <summary>One plain line; whatever a device put into it cannot steer the terminal.</summary>
    public void Line(string text) => around.Out.WriteLine(Printable.Of(text));

    /// <summary>Words that go on where the last ended; line ends stay.</summary>
    public void Words(string text)
    {
        around.Out.Write(string.Join('\n', text.Split('\n').Select(Printable.Of)));
        around.Out.Flush();
    }

    /// <summary>Beside the result: what a person should know and a pipe should not carry.</summary>
    public void Note(string text) => around.Error.WriteLine(Printable.Of(text));

    public void Document(JsonElement document) => around.Out.WriteLine(document.ValueKind == JsonValueKind.Undefined ? "null" : document.GetRawText());

    public void Document(object document) => around.Out.WriteLine(JsonSerializer.Serialize(document, _web));

    public void Raw(string jsonText) => around.Out.WriteLine(jsonText);

    /// <summary>A line with a coloured mark before it.</summary>
    public void Marked(string mark, Color color, string text)
    {
        _console.Write(new Text(mark + " ", new Style(color)));
        Line(text);
    }

    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var head in heads) table.AddColumn(new TableColumn(new Text(head, new Style(decoration: Decoration.Bold))));
        foreach (var row in rows) table.AddRow(row.Select(IRenderable (cell) => new Text(Printable.Of(cell))));
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

    Progress Bars() => Console(around.Error).Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    /// <summary>Says why it did not work; returns the exit code.</summary>
    public int Fail(int exit, string code, string sentence)
    {
        if (json) Document(new { code, erro = sentence });
        else Note("✗ " + sentence);
        return exit;
    }

    public int Refused(RefusedException why)
    {
        var refusal = why.Refusal;
        if (json && refusal.Body.ValueKind == JsonValueKind.Object) Document(refusal.Body);
        else Fail(0, refusal.Code, refusal.Detail is null ? refusal.Erro : $"{refusal.Erro} ({refusal.Detail})");
        if (!json && refusal.Status is 401 or 403) Note("  " + words["A chave vai em --key ou GEMEO_KEY.", "The key goes into --key or GEMEO_KEY."]);
        return refusal.ExitCode;
    }

    // Left to itself, Spectre would guess from the environment and colour a file or a pipe too.
    static IAnsiConsole Console(TextWriter to)
    {
        var output = new AnsiConsoleOutput(to);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = output.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!output.IsTerminal) console.Profile.Width = FileWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

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
