using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Access.Audit;

/// <summary>Who did what about access, in the log, as security entries of the house itself. What happens often is counted: the first at once, the rest each ten seconds.</summary>
public sealed partial class Journal(ReadingInbox inbox, TimeProvider time, ILogger<Journal> log) : IDisposable
{
    const int MostAtOnce = 100;
    const string Many = "…";
    static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    readonly Dictionary<(string Name, string Who, string What), Counted> _counts = [];
    ITimer? _timer;

    sealed class Counted
    {
        public long Unwritten;
        public required JsonObject Last;
    }

    /// <summary>On disk when it ends; a log that cannot be written now is said elsewhere, and what was done stays done.</summary>
    public Task NoteAsync(HttpContext http, string name, object what)
    {
        var value = JsonSerializer.SerializeToNode(what, JsonStyle.Web)!.AsObject();
        value["by"] = http.Identity() is { } identity ? identity.Name : null;
        value["address"] = Caller.Address(http);
        return WriteAsync(name, value);
    }

    /// <summary>Somebody was refused.</summary>
    public void Refused(HttpContext http, Fault fault) => Count("refused", Caller.Name(http), fault.Code, new()
    {
        ["by"] = http.Identity()?.Name,
        ["address"] = Caller.Address(http),
        ["method"] = http.Request.Method,
        ["route"] = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
        ["code"] = fault.Code,
    });

    /// <summary>Nobody signed in.</summary>
    public void FailedSignIn(HttpContext http) => Count("sign-in-failed", Caller.Address(http), "", new() { ["address"] = Caller.Address(http) });

    void Count(string name, string who, string what, JsonObject value)
    {
        lock (_lock)
        {
            _timer ??= time.CreateTimer(_ => Flush(), null, _interval, _interval);
            if (_counts.Count >= MostAtOnce && !_counts.ContainsKey((name, who, what))) (who, what) = (Many, Many);
            if (_counts.TryGetValue((name, who, what), out var known))
            {
                (known.Last, known.Unwritten) = (value, known.Unwritten + 1);
                return;
            }
            _counts[(name, who, what)] = new() { Last = value };
        }
        value["count"] = 1;
        _ = WriteAsync(name, value);
    }

    void Flush()
    {
        lock (_lock)
        {
            foreach (var (key, counted) in _counts.ToArray())
            {
                if (counted.Unwritten == 0) _counts.Remove(key);
                else
                {
                    var value = (JsonObject)counted.Last.DeepClone();
                    value["count"] = counted.Unwritten;
                    counted.Unwritten = 0;
                    _ = WriteAsync(key.Name, value);
                }
            }
        }
    }

    async Task WriteAsync(string name, JsonObject value)
    {
        try { await await inbox.TakeAsync(ThingRegistry.House, new(EntryKind.Security, name, JsonSerializer.SerializeToUtf8Bytes(value, JsonStyle.Web), time.Now())); }
        catch (Exception why) when (why is LogUnavailableException or LogFencedException or OperationCanceledException or OrleansException) { Unwritten(log, name, why.Message); }
    }

    public void Dispose() => _timer?.Dispose();

    [LoggerMessage(1, LogLevel.Warning, "'{Name}' could not be put on record: {Why}")]
    static partial void Unwritten(ILogger log, string name, string why);
}
