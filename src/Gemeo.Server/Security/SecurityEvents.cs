using System.Text.Json;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Security;

/// <summary>What is watched for; the name of the entry in the log.</summary>
public static class SecurityKind
{
    public const string
        Refused = "refused-connection", ClientId = "client-id", ForeignTopic = "foreign-topic", ForeignSubscription = "foreign-subscription",
        Flood = "flood", TooLarge = "too-large", TooManyConnections = "too-many-connections", HalfOpen = "half-open",
        Rejected = "rejected", UnknownPublisher = "unknown-publisher", Jump = "impossible-jump", Silence = "silence";
}

/// <summary>One kind of incident from one source, since the server started.</summary>
/// <param name="Source">An address, a device's user or a topic.</param>
/// <param name="Detail">The last one in words.</param>
public sealed record SecuritySummary(string Kind, string Source, string Thing, long Count, DateTimeOffset First, DateTimeOffset Last, bool Open, string Detail);

/// <summary>Counts incidents by kind and source and tells of them in windows: at once when one begins, then at growing intervals with the count,
/// and when it has been quiet. Bounded however many sources somebody makes up; noting one waits for nothing.</summary>
public sealed class SecurityEvents(ReadingInbox inbox, TimeProvider time)
{
    const int MostSources = 1000, BeginningsAtOnce = 50;
    public const string Others = "…";
    static readonly TimeSpan[] _intervals = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];
    static readonly TimeSpan _quiet = TimeSpan.FromMinutes(1), _window = TimeSpan.FromSeconds(10);

    readonly Lock _lock = new();
    readonly Dictionary<(string Kind, string Source), Incident> _incidents = [];
    readonly SemaphoreSlim _news = new(0, 1);
    DateTimeOffset _since;
    int _beginnings;

    /// <summary>Told of each entry that is written, for whoever passes it on; must not wait.</summary>
    public event Action<SecurityReport>? Told;

    public IReadOnlyList<SecuritySummary> Summary
    {
        get
        {
            lock (_lock) return [.. _incidents.Select(i => i.Value.Summary(i.Key.Kind, i.Key.Source)).OrderByDescending(s => s.Last)];
        }
    }

    /// <param name="recorded">Somebody else puts it on record already; here it is counted and passed on only.</param>
    public void Note(string kind, string source, string detail, string thing = ThingRegistry.House, bool recorded = false)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var incident = Find(kind, source, now);
            incident.Count++;
            incident.Unwritten++;
            (incident.Last, incident.Detail, incident.Thing, incident.Recorded) = (now, detail, thing, recorded);
            if (incident.Due <= now && _news.CurrentCount == 0) _news.Release();
        }
    }

    Incident Find(string kind, string source, DateTimeOffset now)
    {
        if (_incidents.TryGetValue((kind, source), out var known)) return known;
        if (now - _since >= _window) (_since, _beginnings) = (now, 0);
        // Somebody who makes up sources is told as one.
        if (_incidents.Count >= MostSources && !Forget(now) || ++_beginnings > BeginningsAtOnce) source = Others;
        if (_incidents.TryGetValue((kind, source), out known)) return known;
        return _incidents[(kind, source)] = new() { First = now, Due = now };
    }

    bool Forget(DateTimeOffset now)
    {
        var oldest = _incidents.Where(i => i.Value.Unwritten == 0 && !i.Value.Open && i.Key.Source != Others).MinBy(i => i.Value.Last);
        return oldest.Value is not null && now - oldest.Value.Last > _quiet && _incidents.Remove(oldest.Key);
    }

    /// <summary>Writes what is due whenever there is news, and looks for what has ended while anything is open.</summary>
    public async Task RunAsync(Action<Exception> fault, CancellationToken stop)
    {
        while (true)
        {
            bool open;
            lock (_lock) open = _incidents.Values.Any(i => i.Open);
            await _news.WaitAsync(open ? TimeSpan.FromSeconds(1) : Timeout.InfiniteTimeSpan, stop);
            // What could not be written stays counted, and there is a next time.
            try { await FlushAsync(stop); }
            catch (Exception why) when (!stop.IsCancellationRequested)
            {
                fault(why);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stop);
            }
        }
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        foreach (var (incident, report) in Due())
        {
            try { if (!incident.Recorded) await await inbox.TakeAsync(report.Thing, new(EntryKind.Security, report.Kind, report.Json(), time.Now()), cancel); }
            catch
            {
                lock (_lock) (incident.Unwritten, incident.Due, incident.Open) = (incident.Unwritten + report.Count, time.GetUtcNow(), true);
                throw;
            }
            Told?.Invoke(report);
        }
    }

    List<(Incident, SecurityReport)> Due()
    {
        var due = new List<(Incident, SecurityReport)>();
        var now = time.GetUtcNow();
        lock (_lock)
            foreach (var ((kind, source), incident) in _incidents)
                if (incident.Next(now) is { } state) due.Add((incident, incident.Report(kind, source, state, now)));
        return due;
    }

    sealed class Incident
    {
        public long Count, Unwritten, Window;
        public DateTimeOffset First, Last, Due, Began;
        public string Detail = "", Thing = ThingRegistry.House;
        public bool Open, Recorded;
        int _step;

        public SecuritySummary Summary(string kind, string source) => new(kind, source, Thing, Count, First, Last, Open, Detail);

        /// <summary>What is to be told now, if anything.</summary>
        public string? Next(DateTimeOffset now) =>
            !Open ? Unwritten > 0 ? "begins" : null
            : now - Last >= _quiet ? "ended"
            : now >= Due && Unwritten > 0 ? "continues" : null;

        public SecurityReport Report(string kind, string source, string state, DateTimeOffset now)
        {
            if (!Open) (Open, Began, Window, _step) = (true, now, 0, 0);
            Window += Unwritten;
            var report = new SecurityReport(kind, source, Thing, state, Unwritten, Window, Began, Last, Detail);
            Unwritten = 0;
            Due = now + _intervals[Math.Min(_step++, _intervals.Length - 1)];
            if (state == "ended") (Open, Due) = (false, now);
            return report;
        }
    }
}

/// <summary>An incident as it is told, in the log and to the webhook.</summary>
/// <param name="State"><c>begins</c>, <c>continues</c> or <c>ended</c>.</param>
/// <param name="Count">How many since the entry before.</param>
/// <param name="Total">How many since it began.</param>
public sealed record SecurityReport(string Kind, string Source, string Thing, string State, long Count, long Total, DateTimeOffset Began, DateTimeOffset Last, string Detail)
{
    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(new { source = Source, state = State, count = Count, total = Total, began = Began, last = Last, detail = Detail }, Hosting.JsonStyle.Web);
}
