using System.Text.Json;
using Gemeo.Access.Audit;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Access.Accounts;

/// <summary>Signing in and out, and who one is.</summary>
public static class SessionApi
{
    public const string Cookie = "gemeo_session";

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var access = routes.MapGroup("/access").WithTags("Access").AddEndpointFilter<StoreFilter>();
        access.MapPost("/session", SignIn).ForEverybody().WithSummary("Signs in: {name, password} → who one is, and a cookie. 401 whatever is wrong; 429 after too many that were.");
        access.MapDelete("/session", SignOut).ForEverybody().WithSummary("Signs out: 204.");
        access.MapGet("/me", Me).For(Role.Viewer).WithSummary("Who asks: {kind, id, name, role, rooms, things, expires?}.");
        access.MapPut("/me/password", ChangePassword).For(Role.Viewer).WithSummary("Changes one's own password: {old, new} → 204; one's other sessions end.");
    }

    static async Task<IResult> SignIn(HttpContext http, Book book, Attempts attempts, Journal journal)
    {
        var (body, fault) = await JsonBody.Read(http, required: true);
        if (fault is not null) return fault;
        if (Grant.Name(body!.Value) is not { } name || Grant.Text(body.Value, "password") is not { } password) return new Problem(Fault.BadInput, "expected {\"name\", \"password\"}");
        if (Foreign(http)) return new Problem(Fault.ForeignOrigin);
        if (!attempts.Begin(name, Caller.Address(http))) return TooMany(http);
        var account = await book.ByNameAsync(name, http.RequestAborted);
        var right = await Password.IsAsync(account?.PasswordHash, password, http.RequestAborted);
        if (!right || await book.SignInAsync(account!, http.RequestAborted) is not (var token, var identity))
        {
            journal.FailedSignIn(http);
            return new Problem(Fault.BadSignIn);
        }
        attempts.Succeeded(name, Caller.Address(http));
        Give(http, token);
        http.Is(identity);
        await journal.NoteAsync(http, "signed-in", new { account = identity.Id });
        return TypedResults.Json(Shown(identity), JsonStyle.Web);
    }

    /// <summary>A cookie that scripts do not see, that other pages do not send, and that a connection in the clear does not carry once it came encrypted.</summary>
    public static void Give(HttpContext http, string token) => http.Response.Cookies.Append(Cookie, token, Options(http, Book.Life));

    static CookieOptions Options(HttpContext http, TimeSpan life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = Caller.Address(http.Request).StartsWith("https:", StringComparison.Ordinal),
        Path = "/",
        MaxAge = life,
    };

    public static IResult TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "300";
        return new Problem(Fault.TooMany, "too many wrong attempts; wait five minutes");
    }

    // A page of another port of this machine may call (CORS), but not sign anybody in or out.
    public static bool Foreign(HttpContext http) => http.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !Gate.IsOwn(origin, http.Request);

    static async Task<IResult> SignOut(HttpContext http, Book book, Journal journal)
    {
        if (Foreign(http)) return new Problem(Fault.ForeignOrigin);
        if (http.Request.Cookies[Cookie] is { } token && await book.SignOutAsync(token, http.RequestAborted)) await journal.NoteAsync(http, "signed-out", new { });
        http.Response.Cookies.Delete(Cookie, Options(http, TimeSpan.Zero));
        return TypedResults.NoContent();
    }

    static IResult Me(HttpContext http) => TypedResults.Json(Shown(http.Identity()!), JsonStyle.Web);

    public static object Shown(Identity identity) => new
    {
        kind = identity.Kind.ToString().ToLowerInvariant(),
        id = identity.Id,
        name = identity.Name,
        role = identity.Role.Name(),
        rooms = identity.Scope.Rooms,
        things = identity.Scope.Things,
        expires = identity.Pass?.Expires is { } expires ? Instant.At(expires) : (DateTimeOffset?)null,
    };

    static async Task<IResult> ChangePassword(HttpContext http, Book book, Attempts attempts, Journal journal)
    {
        var (body, fault) = await JsonBody.Read(http, required: true);
        if (fault is not null) return fault;
        if (http.Identity() is not { Kind: IdentityKind.Account } me) return new Problem(Fault.NoRight, "for who signed in with a password");
        if (Grant.Text(body!.Value, "old") is not { } old || Grant.Text(body.Value, "new") is not { } fresh || !Password.IsFit(fresh)) return new Problem(Fault.BadAccess, "new: " + Password.Expected);
        if (!attempts.Begin(me.Name, Caller.Address(http))) return TooMany(http);
        if (await book.ByNameAsync(me.Name, http.RequestAborted) is not { } account || !await Password.IsAsync(account.PasswordHash, old, http.RequestAborted)) return new Problem(Fault.BadSignIn);
        attempts.Succeeded(me.Name, Caller.Address(http));
        var hash = await Password.HashAsync(fresh, http.RequestAborted);
        await book.ChangeAsync(async db =>
        {
            if (await db.Accounts.FindAsync([me.Id], http.RequestAborted) is { } kept) kept.PasswordHash = hash;
            await book.EndAsync(db, me.Id, http.Request.Cookies[Cookie], Pass.Changed, http.RequestAborted);
            return true;
        }, http.RequestAborted);
        await journal.NoteAsync(http, "password-changed", new { account = me.Id });
        return TypedResults.NoContent();
    }
}
