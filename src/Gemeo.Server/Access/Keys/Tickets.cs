using System.Collections.Concurrent;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Access.Keys;

/// <summary>For what can set no header, such as a browser's socket: a word that opens once, within half a minute, as whoever asked for it.</summary>
public sealed class Tickets(TimeProvider time)
{
    const int Most = 10_000;
    static readonly TimeSpan _life = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<string, (Identity Identity, long Until)> _open = new();

    /// <summary>Null when there are too many.</summary>
    public (string Ticket, long Until)? Issue(Identity identity)
    {
        var now = time.Now();
        if (_open.Count >= Most)
            foreach (var (old, of) in _open)
                if (of.Until <= now) _open.TryRemove(old, out _);
        if (_open.Count >= Most) return null;
        var (ticket, until) = (Secret.New(), now + (long)_life.TotalMicroseconds);
        // What comes by a ticket was sent on purpose, so it is nothing that a browser sends by itself.
        _open[ticket] = (identity with { ByCookie = false }, until);
        return (ticket, until);
    }

    public Known Take(string ticket) =>
        _open.TryRemove(ticket, out var of) && of.Until > time.Now() && of.Identity.Over(time.Now()) is null ? new(of.Identity) : new(null, Fault.BadKey, "this ticket was used, or is too old");
}

public static class TicketApi
{
    public static void MapTickets(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/access/tickets", Post).For(Role.Viewer).WithTags("Access").WithSummary("A ticket for /ws?ticket= or /events?ticket=, good once and for 30 seconds: {ticket, until}.");

    static IResult Post(HttpContext http, Tickets tickets) =>
        tickets.Issue(http.Identity()!) is (var ticket, var until) ? TypedResults.Json(new { ticket, until = Instant.At(until) }, JsonStyle.Web) : new Problem(Fault.Busy);
}
