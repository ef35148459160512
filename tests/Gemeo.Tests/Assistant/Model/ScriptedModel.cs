using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gemeo.Tests.Assistant.Model;

/// <summary>A server that speaks a model's protocol over HTTP and says what the test wrote. One reply for each request, in order.</summary>
public abstract class ScriptedModel : IAsyncDisposable
{
    readonly ConcurrentQueue<Script[]> _replies = new();
    readonly WebApplication _app;

    protected ScriptedModel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost(ChatPath, Reply);
        _app.MapPost(EmbeddingPath, Embed);
    }

    public static async Task<ScriptedModel> Start(string protocol, params Script[][] replies)
    {
        ScriptedModel model = protocol == "ollama" ? new ScriptedOllama() : new ScriptedOpenAi();
        foreach (var reply in replies) model._replies.Enqueue(reply);
        await model._app.StartAsync();
        return model;
    }

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The endpoint as it is set.</summary>
    public abstract string Endpoint { get; }

    /// <summary>The bodies of the requests, as text.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<string?> Authorizations { get; } = new();

    /// <summary>Ends when a reply has come to its stall.</summary>
    public TaskCompletionSource Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a caller left in the middle.</summary>
    public TaskCompletionSource Aborted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set by the test once it has heard what was said before a drop: a reset throws away what is still on its way.</summary>
    public TaskCompletionSource MayDrop { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What embeddings are of; a test that puts another in its place has changed the model. An empty one is refused; null hangs until the caller leaves.</summary>
    public Func<string, float[]?> Vector { get; set; } = Vectors.Of;

    /// <summary>What requests for embeddings are answered with; beyond 200 it is a refusal.</summary>
    public int EmbeddingStatus { get; set; } = 200;

    /// <summary>Vectors as numbers, whatever was asked for, as many servers of OpenAI's protocol send them.</summary>
    public bool SendsNumbers { get; set; }

    /// <summary>Texts of which vectors were given.</summary>
    public ConcurrentQueue<string> Embedded { get; } = new();

    protected abstract string ChatPath { get; }
    protected abstract string EmbeddingPath { get; }
    protected abstract string ContentType { get; }
    protected abstract string Piece(string text);
    protected abstract IEnumerable<string> Call(int index, Script.Call call);
    protected abstract string Ending(string reason);
    protected abstract string Refusal(string why);
    protected abstract string Embeddings(IReadOnlyList<float[]> vectors);

    public IReadOnlyList<JsonElement> Bodies => [.. Requests.Select(r => JsonElement.Parse(r))];

    async Task Reply(HttpContext http)
    {
        Requests.Enqueue(await new StreamReader(http.Request.Body).ReadToEndAsync());
        Authorizations.Enqueue(http.Request.Headers.Authorization.ToString());
        var script = _replies.TryDequeue(out var next) ? next : [new Script.Refuse(500)];
        if (script is [Script.Refuse refuse])
        {
            (http.Response.StatusCode, http.Response.ContentType) = (refuse.Status, "application/json");
            await http.Response.WriteAsync(Refusal(refuse.Why));
            return;
        }
        http.Response.ContentType = ContentType;
        try { await Play(http, script); }
        catch (OperationCanceledException) { Aborted.TrySetResult(); }
    }

    async Task Play(HttpContext http, Script[] script)
    {
        var (calls, reason) = (0, "stop");
        foreach (var step in script)
        {
            if (step is Script.Leave) return;
            if (step is Script.RunOut) reason = "length";
            if (step is Script.Call) reason = "tool_calls";
            if (step is Script.Drop)
            {
                await MayDrop.Task.WaitAsync(http.RequestAborted);
                http.Abort();
                return;
            }
            if (step is Script.Stall)
            {
                Stalled.TrySetResult();
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
            foreach (var text in Pieces(step, calls)) await Send(http, text);
            if (step is Script.Call) calls++;
        }
        await Send(http, Ending(reason));
    }

    IEnumerable<string> Pieces(Script step, int calls) => step switch
    {
        Script.Say say => say.Text.Chunk(5).Select(piece => Piece(new(piece))),
        Script.Call call => Call(calls, call),
        Script.Raw raw => [raw.Text],
        _ => [],
    };

    static async Task Send(HttpContext http, string text)
    {
        await http.Response.WriteAsync(text, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    async Task Embed(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        Requests.Enqueue(body);
        var input = JsonElement.Parse(body).GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.Array ? [.. input.EnumerateArray().Select(t => t.GetString()!)] : [input.GetString()!];
        Authorizations.Enqueue(http.Request.Headers.Authorization.ToString());
        var vectors = Array.ConvertAll(texts, t => Vector(t));
        if (vectors.Contains(null)) await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (http.RequestAborted.IsCancellationRequested) return;
        var isRefused = EmbeddingStatus != 200 || vectors.Any(v => v is []);
        (http.Response.StatusCode, http.Response.ContentType) = (EmbeddingStatus != 200 ? EmbeddingStatus : isRefused ? 500 : 200, "application/json");
        if (!isRefused) foreach (var text in texts) Embedded.Enqueue(text);
        await http.Response.WriteAsync(isRefused ? Refusal("no") : Embeddings([.. vectors.OfType<float[]>()]));
    }

    protected static string Numbers(float[] vector) => $"[{string.Join(',', vector.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)))}]";

    protected static string Quoted(string text) => JsonSerializer.Serialize(text);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        // Replies that stall are let go at once.
        using var now = new CancellationTokenSource(0);
        await _app.StopAsync(now.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
    }
}
