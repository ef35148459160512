using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gemeo.Access.Rights;
using Gemeo.Access.Store;
using Gemeo.Log;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Access.Accounts;

/// <summary>Accounts and who is signed in, in memory from the first cookie on; changes are stored first. One at a time changes anything.</summary>
public sealed class Book(AccessStore store, TimeProvider time) : IAccessMemory
{
    public const int MostAccounts = 1000, MostSessions = 20;
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    readonly SemaphoreSlim _changing = new(1);
    volatile ImmutableDictionary<string, Identity>? _sessions;

    static string Hash(string token) => Convert.ToHexString(HashBytes(token));

    static byte[] HashBytes(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Who is signed in by a cookie; null for one that is old or made up.</summary>
    public ValueTask<Identity?> FindAsync(string token, CancellationToken cancel) =>
        _sessions is { } known ? new(Find(known, token)) : LoadedAsync(token, cancel);

    async ValueTask<Identity?> LoadedAsync(string token, CancellationToken cancel)
    {
        if (!store.Exists) return null;
        await _changing.WaitAsync(cancel);
        try { return Find(await LoadAsync(cancel), token); }
        finally { _changing.Release(); }
    }

    Identity? Find(ImmutableDictionary<string, Identity> known, string token) =>
        known.GetValueOrDefault(Hash(token)) is { } identity && identity.Over(time.Now()) is null ? identity : null;

    // Called by who holds the turn.
    async Task<ImmutableDictionary<string, Identity>> LoadAsync(CancellationToken cancel)
    {
        if (_sessions is { } known) return known;
        await using var db = await store.OpenAsync(cancel);
        var now = time.Now();
        await db.Sessions.Where(s => s.Expires <= now).ExecuteDeleteAsync(cancel);
        return _sessions = await ReadAsync(db, cancel);
    }

    static async Task<ImmutableDictionary<string, Identity>> ReadAsync(AccessDb db, CancellationToken cancel)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.Disabled == null).ToDictionaryAsync(a => a.Id, cancel);
        var sessions = await db.Sessions.AsNoTracking().ToListAsync(cancel);
        return sessions.Where(s => accounts.ContainsKey(s.AccountId)).ToImmutableDictionary(s => Convert.ToHexString(s.Hash), s => Of(accounts[s.AccountId], s.Expires));
    }

    public async Task RefreshAsync(CancellationToken cancel)
    {
        if (_sessions is null) return;
        await _changing.WaitAsync(cancel);
        try
        {
            await using var db = await store.OpenAsync(cancel);
            var (before, rows) = (_sessions!, await ReadAsync(db, cancel));
            var accounts = (await db.Accounts.AsNoTracking().Where(a => a.Disabled == null).Select(a => a.Id).ToListAsync(cancel)).ToHashSet();
            var now = rows.ToImmutableDictionary(s => s.Key, s => before.GetValueOrDefault(s.Key) is { } held && IsSame(held, s.Value) ? held : s.Value);
            _sessions = now;
            foreach (var (hash, held) in before)
                if (!now.TryGetValue(hash, out var other)) held.Pass!.End(accounts.Contains(held.Id) ? Pass.SignedOut : Pass.Revoked);
                else if (!ReferenceEquals(held, other)) held.Pass!.End(Pass.Changed);
        }
        finally { _changing.Release(); }
    }

    static bool IsSame(Identity held, Identity row) => held.Name == row.Name && held.Pass!.Expires == row.Pass!.Expires && held.Has(row.Role.Name(), row.Scope.Stored());

    static Identity Of(Account account, long expires) =>
        new(IdentityKind.Account, account.Id, account.Name, Roles.Of(account.Role) ?? Role.None, Scope.Read(account.Scope), new Pass(expires), ByCookie: true);

    /// <summary>Runs a change with the turn and the database in hand; what is open in memory is there.</summary>
    public async Task<T> ChangeAsync<T>(Func<AccessDb, Task<T>> change, CancellationToken cancel)
    {
        await _changing.WaitAsync(cancel);
        try
        {
            await LoadAsync(cancel);
            await using var db = await store.OpenAsync(cancel);
            return await change(db);
        }
        finally { _changing.Release(); }
    }

    public async Task<bool> HasAccountsAsync(CancellationToken cancel)
    {
        if (!store.Exists) return false;
        await using var db = await store.OpenAsync(cancel);
        return await db.Accounts.AnyAsync(cancel);
    }

    public async Task<bool> HasAdminAsync(CancellationToken cancel)
    {
        if (!store.Exists) return false;
        await using var db = await store.OpenAsync(cancel);
        return await db.Accounts.AnyAsync(a => a.Role == "admin" && a.Disabled == null, cancel);
    }

    public async Task<Account?> ByNameAsync(string name, CancellationToken cancel)
    {
        if (!store.Exists) return null;
        await using var db = await store.OpenAsync(cancel);
        return await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Name == name && a.Disabled == null, cancel);
    }

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancel)
    {
        if (!store.Exists) return [];
        await using var db = await store.OpenAsync(cancel);
        return await db.Accounts.AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancel);
    }

    /// <summary>Signs somebody in; the oldest of too many sessions gives way. Null when the account went or changed meanwhile.</summary>
    public Task<(string Token, Identity Identity)?> SignInAsync(Account account, CancellationToken cancel) => ChangeAsync<(string, Identity)?>(async db =>
    {
        if (await db.Accounts.FindAsync([account.Id], cancel) is not { Disabled: null } still || still.PasswordHash != account.PasswordHash) return null;
        var (token, now) = (Secret.New(32), time.Now());
        var expires = now + (long)Life.TotalMicroseconds;
        var old = await db.Sessions.Where(s => s.AccountId == account.Id).OrderByDescending(s => s.Created).Skip(MostSessions - 1).ToListAsync(cancel);
        db.Sessions.RemoveRange(old);
        db.Sessions.Add(new() { Hash = HashBytes(token), AccountId = account.Id, Created = now, Expires = expires });
        await db.SaveChangesAsync(cancel);
        foreach (var session in old) Forget(Convert.ToHexString(session.Hash), Pass.SignedOut);
        var identity = Of(still, expires);
        _sessions = _sessions!.Add(Hash(token), identity);
        return (token, identity);
    }, cancel);

    public Task<bool> SignOutAsync(string token, CancellationToken cancel) => ChangeAsync(async db =>
    {
        var hash = HashBytes(token);
        if (await db.Sessions.FindAsync([hash], cancel) is not { } session) return false;
        db.Sessions.Remove(session);
        await db.SaveChangesAsync(cancel);
        Forget(Convert.ToHexString(hash), Pass.SignedOut);
        return true;
    }, cancel);

    /// <summary>Ends an account's sessions but one; for who holds the turn.</summary>
    public async Task EndAsync(AccessDb db, string account, string? but, string why, CancellationToken cancel)
    {
        var kept = but is null ? null : HashBytes(but);
        var ended = (await db.Sessions.Where(s => s.AccountId == account).ToListAsync(cancel)).Where(s => kept is null || !s.Hash.AsSpan().SequenceEqual(kept)).ToArray();
        db.Sessions.RemoveRange(ended);
        await db.SaveChangesAsync(cancel);
        foreach (var session in ended) Forget(Convert.ToHexString(session.Hash), why);
    }

    void Forget(string hash, string why)
    {
        if (_sessions is not { } known || !known.TryGetValue(hash, out var identity)) return;
        identity.Pass!.End(why);
        _sessions = known.Remove(hash);
    }
}
