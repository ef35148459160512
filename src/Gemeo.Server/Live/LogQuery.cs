using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Live;

/// <summary>What was asked of <c>/log</c>, checked.</summary>
/// <param name="At">Where it goes on: after it, or before it when backwards; null begins at the end.</param>
public sealed record LogQuery(Selection What, bool Backwards, Cursor? At, int Limit)
{
    const int MostItems = 1000;

    public static (LogQuery? Query, Problem? Fault) Read(HttpContext http, int? limit)
    {
        var query = http.Request.Query;
        if (EntryFilter.Of(http) is not { } filter || limit is < 1 or > MostItems)
            return (null, new(Fault.BadQuery, $"limit: expected 1 to {MostItems}; kind: expected property, action, event, availability or security"));
        if (query["order"].ToString() is var order && order is not ("" or "asc" or "desc")) return (null, new(Fault.BadQuery, $"order: expected asc or desc, got '{order}'"));
        if (query["changed"].ToString() is var changed && changed is not ("" or "true" or "false")) return (null, new(Fault.BadQuery, $"changed: expected true or false, got '{changed}'"));
        var (from, to) = (long.MinValue, long.MaxValue);
        if ((Bad(query, "from", ref from) ?? Bad(query, "to", ref to)) is { } time) return (null, time);
        var backwards = order == "desc";
        var (name, other) = backwards ? ("before", "after") : ("after", "before");
        if (query.ContainsKey(other)) return (null, new(Fault.BadQuery, $"{other}: goes with order={(backwards ? "asc" : "desc")}"));
        Cursor? at = null;
        if (query.ContainsKey(name))
        {
            if (!Cursor.TryParse(query[name], out var cursor)) return (null, new(Fault.BadQuery, $"{name}: expected a cursor as /log or /ws gave it"));
            at = cursor;
        }
        return (new(filter.Select(changed == "true", from, to), backwards, at, limit ?? 100), null);
    }

    static Problem? Bad(IQueryCollection query, string name, ref long time)
    {
        if (query[name].ToString() is not { Length: > 0 } text) return null;
        if (!Instant.TryParse(text, out var given)) return new(Fault.BadQuery, $"{name}: expected an ISO 8601 time, got '{text}'");
        time = given;
        return null;
    }
}
