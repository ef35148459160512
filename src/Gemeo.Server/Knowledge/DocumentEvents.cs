using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Knowledge.Library;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge;

/// <summary><c>GET /documents/events</c>: what is not ready yet, then every step as it happens.</summary>
public sealed class DocumentEvents(Progress progress, Catalogue catalogue, IOptions<Settings> settings, TimeProvider time, IHostApplicationLifetime life)
{
    const int MostWaiting = 1000;

    public async Task Handle(HttpContext http)
    {
        using var watcher = progress.Watch();
        if (watcher is null)
        {
            await new Problem(Fault.Busy).ExecuteAsync(http);
            return;
        }
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var waiting = await catalogue.WaitingAsync(MostWaiting, ending.Token);
        http.Response.ContentType = "text/event-stream";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        try
        {
            await Send(http, ": documents\n\n", ending.Token);
            foreach (var document in waiting) await Send(http, Event(http, progress.Now is { } now && now.Id == document.Id ? now : Progress.Of(document)), ending.Token);
            await FollowAsync(http, watcher, ending.Token);
        }
        catch (Exception why) when (why is OperationCanceledException or IOException) { /* the watcher or the server went */ }
    }

    async Task FollowAsync(HttpContext http, Watcher watcher, CancellationToken cancel)
    {
        var heartbeat = TimeSpan.FromSeconds(settings.Value.Live.Heartbeat);
        while (true) await Send(http, await watcher.NextAsync(heartbeat, time, cancel) is { } step ? Event(http, step) : ":\n\n", cancel);
    }

    static string Event(HttpContext http, Step step)
    {
        var shown = new { id = step.Id, name = step.Name, state = step.State, page = step.Page, of = step.Of, error = step.Error, erro = DocumentApi.Said(http, step.Error), deleted = step.Deleted ? true : (bool?)null };
        return $"data: {JsonSerializer.Serialize(shown, JsonStyle.Web)}\n\n";
    }

    static async Task Send(HttpContext http, string text, CancellationToken cancel)
    {
        await http.Response.WriteAsync(text, cancel);
        await http.Response.Body.FlushAsync(cancel);
    }
}
