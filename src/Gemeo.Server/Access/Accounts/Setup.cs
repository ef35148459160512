using Gemeo.Access.Audit;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Access.Accounts;

/// <summary>The word that makes the first administrator from another machine: printed at the start, good until there is an account.</summary>
public sealed class SetupCode
{
    public string? Now { get; private set; }

    /// <summary>For a server that is open to a network and has no account.</summary>
    public string Make() => Now ??= Secret.New(12);

    public void Used() => Now = null;

    public bool Is(string? given) => Now is { } code && given is not null && Secret.Same(code, given);
}

/// <summary>The first start: who makes the first administrator. Only while there is no account, and only from this machine, by an administrator's key, or with the printed code.</summary>
public static class SetupApi
{
    public static void MapSetup(this IEndpointRouteBuilder routes)
    {
        var access = routes.MapGroup("/access/setup").WithTags("Access").AddEndpointFilter<StoreFilter>();
        access.MapGet("/", Get).ForEverybody().WithSummary("Whether the first administrator can be made now, and whether that takes the code printed at the start: {possible, code}.");
        access.MapPost("/", Post).ForEverybody().WithSummary("Makes the first administrator and signs in: {name, password, code?} → 201.");
    }

    static bool IsOwner(HttpContext http) => http.Identity()?.May(Role.Admin) == true;

    static async Task<IResult> Get(HttpContext http, Book book)
    {
        var possible = !await book.HasAccountsAsync(http.RequestAborted);
        return TypedResults.Json(new { possible, code = possible && !IsOwner(http) }, JsonStyle.Web);
    }

    static async Task<IResult> Post(HttpContext http, Book book, SetupCode code, Attempts attempts, Journal journal, TimeProvider time)
    {
        var (body, fault) = await JsonBody.Read(http, required: true);
        if (fault is not null) return fault;
        if (SessionApi.Foreign(http)) return new Problem(Fault.ForeignOrigin);
        if (!attempts.Begin("setup", Caller.Address(http))) return SessionApi.TooMany(http);
        if (!IsOwner(http) && !code.Is(Grant.Text(body!.Value, "code"))) return new Problem(Fault.NoSetup, "from this machine, or with the code printed at the start");
        // Whoever may not is not told whether there are accounts; whoever may is.
        if (await book.HasAccountsAsync(http.RequestAborted)) return new Problem(Fault.NoSetup, "there is an account already");
        attempts.Succeeded("setup", Caller.Address(http));
        var (account, wrong) = await AccountApi.MakeAsync(body!.Value, Role.Admin, time, http.RequestAborted);
        if (account is null) return wrong!;
        var refused = await book.ChangeAsync(async db => await db.Accounts.AnyAsync(http.RequestAborted) ? new Problem(Fault.NoSetup, "there is an account already") : await AccountApi.AddAsync(db, account, http.RequestAborted), http.RequestAborted);
        if (refused is not null) return refused;
        code.Used();
        await journal.NoteAsync(http, "account-added", new { account = account.Id, name = account.Name, role = account.Role, setup = true });
        if (await book.SignInAsync(account, http.RequestAborted) is (var token, var identity))
        {
            SessionApi.Give(http, token);
            http.Is(identity);
        }
        return TypedResults.Json(SessionApi.Shown(http.Identity()!), JsonStyle.Web, statusCode: StatusCodes.Status201Created);
    }
}
