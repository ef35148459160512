using Gemeo.Access.Accounts;
using Gemeo.Access.Keys;
using Gemeo.Access.Oidc;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Access;

/// <summary>Who a request is from, or why what it shows is worth nothing; both null when it shows nothing.</summary>
public readonly record struct Known(Identity? Identity, Fault? Fault = null, string? Detail = null);

/// <summary>Finds out who asks. Whoever shows a key is who the key says, wherever they are; whoever shows none and is on this machine is its owner.</summary>
public sealed class Doorkeeper(IOptions<Settings> options, KeyRing keys, Tickets tickets, TokenReader tokens, Book book)
{
    readonly Settings _settings = options.Value;
    readonly Identity _owner = new(IdentityKind.Key, "settings", "Gemeo:Key", Role.Admin, Scope.Everything);

    public ValueTask<Known> AskAsync(HttpContext http)
    {
        var local = Gate.IsLocal(http);
        if (Shown(http.Request) is { } shown)
        {
            if (KeyText.Read(shown) is { } key) return keys.FindAsync(key, http.RequestAborted);
            if (_settings.Key is { } own && Secret.Same(own, shown)) return new(new Known(_owner));
            if (tokens.Takes(shown)) return tokens.FindAsync(shown, http.RequestAborted);
            // On a machine that has no key a word for another server says nothing.
            if (!local || _settings.Key is not null) return new(new Known(null, Fault.BadKey));
        }
        if (HttpMethods.IsGet(http.Request.Method) && InQuery(http.Request, "ticket") is { } ticket) return new(tickets.Take(ticket));
        var nobody = new Known(local ? Identity.Machine : null);
        return http.Request.Headers.Cookie.Count > 0 && http.Request.Cookies[SessionApi.Cookie] is { Length: > 0 and < 200 } cookie ? OfSession(cookie, nobody, http) : new(nobody);
    }

    // A browser keeps sending a cookie whose session has ended; that is nobody's fault.
    async ValueTask<Known> OfSession(string cookie, Known otherwise, HttpContext http) =>
        await book.FindAsync(cookie, http.RequestAborted) is { } identity ? new(identity) : otherwise;

    // A browser cannot set headers on a socket, so there the key may come in the query; queries are never logged.
    static string? Shown(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        if (bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return bearer[7..].Trim();
        if (request.Headers.TryGetValue("X-Api-Key", out var key)) return key.ToString();
        return InQuery(request, "key");
    }

    static string? InQuery(HttpRequest request, string name) => request.QueryString.HasValue && request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
