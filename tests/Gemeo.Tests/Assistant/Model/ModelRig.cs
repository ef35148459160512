using System.Collections.Concurrent;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Model;
using Gemeo.Hosting;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Assistant.Model;

/// <summary>A scripted model on a port of its own, and the server's side of it with a clock turned by hand.</summary>
sealed class ModelRig : IAsyncDisposable
{
    public const string Key = "sk-secret-of-the-lab-0123456789";

    ModelRig(ScriptedModel server, Settings settings)
    {
        (Server, Settings) = (server, settings);
        using var factory = LoggerFactory.Create(b => b.AddProvider(Logged));
        Model = new(settings.Assistant, new PromptBook(Options.Create(settings), factory.CreateLogger<PromptBook>()), Time, factory.CreateLogger<LanguageModel>());
    }

    public ScriptedModel Server { get; }
    public Settings Settings { get; }
    public LanguageModel Model { get; }
    public FakeTimeProvider Time { get; } = new();
    public Lines Logged { get; } = new();

    public static Task<ModelRig> Start(string protocol, params Script[][] replies) => Start(protocol, _ => { }, replies);

    public static async Task<ModelRig> Start(string protocol, Action<Settings> change, params Script[][] replies)
    {
        var server = await ScriptedModel.Start(protocol, replies);
        var settings = new Settings { Lab = Path.Combine(Path.GetTempPath(), "no-such-lab") };
        settings.Assistant.Provider = protocol;
        settings.Assistant.Endpoint = server.Endpoint;
        settings.Assistant.Model = "m";
        settings.Assistant.Key = Key;
        change(settings);
        return new(server, settings);
    }

    public async Task<Heard> Ask(ModelQuestion question, CancellationToken leaving = default)
    {
        var parts = new List<ChatPart>();
        await foreach (var part in Model.Answer(question, leaving))
        {
            parts.Add(part);
            if (part is ChatPart.Cited) Server.MayDrop.TrySetResult();
        }
        return new(parts);
    }

    public static Hearer Pt { get; } = new(Lang.Pt, new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc);

    public static ModelQuestion Question(string text, params Source[] sources) => new(text, Pt, "Laboratório") { Sources = sources };

    public static Source Passage(string text, Lang lang = Lang.Pt, int page = 3, int start = 100) => new("doc1", "Manual", page, null, text, start, lang, 0.8);

    public ValueTask DisposeAsync()
    {
        Model.Dispose();
        return Server.DisposeAsync();
    }
}

sealed record Heard(IReadOnlyList<ChatPart> Parts)
{
    public string Text => string.Concat(Parts.OfType<ChatPart.Text>().Select(t => t.Delta));
    public IReadOnlyList<Citation> Citations => [.. Parts.OfType<ChatPart.Cited>().Select(c => c.Citation)];
    public ChatPart.Failed? Failed => Parts.OfType<ChatPart.Failed>().SingleOrDefault();
}

/// <summary>What was logged.</summary>
sealed class Lines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();
    public ILogger CreateLogger(string categoryName) => this;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => true;
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue($"{formatter(state, exception)} {exception}");
    public void Dispose() { }
}
