using System.Text.Json;
using Gemeo.Access.Audit;
using Gemeo.Access.Rights;
using Gemeo.Access.Store;
using Gemeo.Hosting;
using Gemeo.Log;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Access.Accounts;

/// <summary>The accounts, for administrators. A change of role, scope or password ends the account's sessions; the last administrator stays one.</summary>
public static class AccountApi
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/access/accounts").WithTags("Access").AddEndpointFilter<StoreFilter>();
        accounts.MapGet("/", async (Book book, CancellationToken cancel) => TypedResults.Json(new { items = (await book.ListAsync(cancel)).Select(Shown) }, JsonStyle.Web))
            .For(Role.Admin).WithSummary("All accounts: {items: [{id, name, role, rooms, things, created}]}.");
        accounts.MapPost("/", Post).For(Role.Admin).WithSummary("Makes an account: {name, password, role, rooms?, things?} → 201; 409 when the name is taken.");
        accounts.MapPut("/{id}", Put).For(Role.Admin).WithSummary("Gives an account another role and scope, and a password when there is one: {role, rooms?, things?, password?} → 204; its sessions end.");
        accounts.MapDelete("/{id}", Delete).For(Role.Admin).WithSummary("Deletes an account: 204; its sessions end.");
    }

    public static async Task<(Account? Account, Problem? Fault)> MakeAsync(JsonElement asked, Role? role, TimeProvider time, CancellationToken cancel)
    {
        if (Grant.Name(asked) is not { } name) return (null, new(Fault.BadAccess, Grant.NoName));
        if (Grant.Text(asked, "password") is not { } password || !Password.IsFit(password)) return (null, new(Fault.BadAccess, Password.Expected));
        var (grant, wrong) = role is { } given ? (new Grant(given, Scope.Everything, null), null) : Grant.Read(asked, time.Now());
        if (grant is null) return (null, new(Fault.BadAccess, wrong));
        var hash = await Password.HashAsync(password, cancel);
        return (new() { Id = Guid.NewGuid().ToString("n"), Name = name, PasswordHash = hash, Role = grant.Role.Name(), Scope = grant.Scope.Stored(), Created = time.Now() }, null);
    }

    static async Task<IResult> Post(HttpContext http, Book book, Journal journal, TimeProvider time)
    {
        var (body, fault) = await JsonBody.Read(http, required: true);
        if (fault is not null) return fault;
        var (account, wrong) = await MakeAsync(body!.Value, null, time, http.RequestAborted);
        if (account is null) return wrong!;
        if (await book.ChangeAsync(db => AddAsync(db, account, http.RequestAborted), http.RequestAborted) is { } taken) return taken;
        await journal.NoteAsync(http, "account-added", new { account = account.Id, name = account.Name, role = account.Role });
        return TypedResults.Json(Shown(account), JsonStyle.Web, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Null when it was added.</summary>
    public static async Task<Problem?> AddAsync(AccessDb db, Account account, CancellationToken cancel)
    {
        if (await db.Accounts.AnyAsync(a => a.Name == account.Name, cancel)) return new(Fault.AccountExists);
        if (await db.Accounts.CountAsync(cancel) >= Book.MostAccounts) return new(Fault.BadAccess, $"at most {Book.MostAccounts} accounts");
        db.Accounts.Add(account);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    static async Task<IResult> Put(HttpContext http, string id, Book book, Journal journal, TimeProvider time)
    {
        var (body, fault) = await JsonBody.Read(http, required: true);
        if (fault is not null) return fault;
        var (grant, wrong) = Grant.Read(body!.Value, time.Now());
        if (grant is null) return new Problem(Fault.BadAccess, wrong);
        var password = Grant.Text(body.Value, "password");
        if (password is not null && !Password.IsFit(password)) return new Problem(Fault.BadAccess, Password.Expected);
        var hash = password is null ? null : await Password.HashAsync(password, http.RequestAborted);
        var refused = await book.ChangeAsync(async db =>
        {
            if (await db.Accounts.FindAsync([id], http.RequestAborted) is not { } account) return new Problem(Fault.NoAccess);
            if (grant.Role != Role.Admin && await IsLastAdminAsync(db, account, http.RequestAborted)) return new Problem(Fault.LastAdmin);
            (account.Role, account.Scope, account.PasswordHash) = (grant.Role.Name(), grant.Scope.Stored(), hash ?? account.PasswordHash);
            await book.EndAsync(db, id, null, Pass.Changed, http.RequestAborted);
            return null;
        }, http.RequestAborted);
        if (refused is not null) return refused;
        await journal.NoteAsync(http, "account-changed", new { account = id, role = grant.Role.Name(), scope = grant.Scope.IsEverything ? null : grant.Scope.Stored().Split('\n') });
        return TypedResults.NoContent();
    }

    static async Task<IResult> Delete(HttpContext http, string id, Book book, Journal journal)
    {
        var refused = await book.ChangeAsync(async db =>
        {
            if (await db.Accounts.FindAsync([id], http.RequestAborted) is not { } account) return new Problem(Fault.NoAccess);
            if (await IsLastAdminAsync(db, account, http.RequestAborted)) return new Problem(Fault.LastAdmin);
            // Both at once: whoever hears of it hears that the account is gone, not that somebody signed out.
            db.Accounts.Remove(account);
            await book.EndAsync(db, id, null, Pass.Revoked, http.RequestAborted);
            return null;
        }, http.RequestAborted);
        if (refused is not null) return refused;
        await journal.NoteAsync(http, "account-removed", new { account = id });
        return TypedResults.NoContent();
    }

    static async Task<bool> IsLastAdminAsync(AccessDb db, Account account, CancellationToken cancel) =>
        account.Role == "admin" && !await db.Accounts.AnyAsync(a => a.Role == "admin" && a.Id != account.Id && a.Disabled == null, cancel);

    static object Shown(Account account)
    {
        var scope = Scope.Read(account.Scope);
        return new { id = account.Id, name = account.Name, role = account.Role, rooms = scope.Rooms, things = scope.Things, created = Instant.At(account.Created) };
    }
}
