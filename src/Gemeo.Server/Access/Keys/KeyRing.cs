using System.Collections.Frozen;
using System.Security.Cryptography;
using Gemeo.Access.Rights;
using Gemeo.Access.Store;
using Gemeo.Hosting;
using Gemeo.Log;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Access.Keys;

/// <summary>The keys, in memory from the first time one is shown: a request costs no reading of the database. What changes is stored first, then replaced whole.</summary>
public sealed class KeyRing(AccessStore store, TimeProvider time) : IAccessMemory
{
    public const int Most = 1000;

    readonly SemaphoreSlim _changing = new(1);
    volatile FrozenDictionary<string, Held>? _held;

    sealed record Held(byte[] Hash, Identity Identity)
    {
        public bool Is(ApiKey key) => Hash.AsSpan().SequenceEqual(key.Hash) && Identity.Has(key.Role, key.Scope) && Identity.Pass!.Expires == key.Expires && Identity.Pass.IsEnded == key.Revoked is not null;
    }

    public ValueTask<Known> FindAsync(KeyText shown, CancellationToken cancel) =>
        _held is { } held ? new(Find(held, shown)) : LoadedAsync(shown, cancel);

    async ValueTask<Known> LoadedAsync(KeyText shown, CancellationToken cancel) => Find(await LoadAsync(cancel), shown);

    // The hash is taken and compared also for an id that nobody has.
    Known Find(FrozenDictionary<string, Held> all, KeyText shown)
    {
        var held = all.GetValueOrDefault(shown.Id);
        if (!CryptographicOperations.FixedTimeEquals(held?.Hash ?? new byte[SHA256.HashSizeInBytes], shown.Hash()) || held is null) return new(null, Fault.BadKey);
        return held.Identity.Over(time.Now()) is { } over ? new(null, Fault.BadKey, over) : new(held.Identity);
    }

    async Task<FrozenDictionary<string, Held>> LoadAsync(CancellationToken cancel)
    {
        if (!store.Exists) return FrozenDictionary<string, Held>.Empty;
        await _changing.WaitAsync(cancel);
        try
        {
            if (_held is { } meanwhile) return meanwhile;
            await using var db = await store.OpenAsync(cancel);
            return _held = (await db.Keys.AsNoTracking().ToListAsync(cancel)).ToFrozenDictionary(k => k.Id, Hold);
        }
        finally { _changing.Release(); }
    }

    public async Task RefreshAsync(CancellationToken cancel)
    {
        if (_held is null) return;
        await _changing.WaitAsync(cancel);
        try
        {
            await using var db = await store.OpenAsync(cancel);
            var (before, rows) = (_held!, await db.Keys.AsNoTracking().ToListAsync(cancel));
            var now = rows.ToFrozenDictionary(k => k.Id, k => before.GetValueOrDefault(k.Id) is { } held && held.Is(k) ? held : Hold(k));
            _held = now;
            foreach (var (id, held) in before)
                if (now.GetValueOrDefault(id) != held) held.Identity.Pass!.End(now.TryGetValue(id, out var other) ? other.Identity.Over(time.Now()) ?? Pass.Changed : Pass.Revoked);
        }
        finally { _changing.Release(); }
    }

    static Held Hold(ApiKey key)
    {
        var pass = new Pass(key.Expires);
        if (key.Revoked is not null) pass.End(Pass.Revoked);
        return new(key.Hash, new(IdentityKind.Key, key.Id, key.Name, Roles.Of(key.Role) ?? Role.None, Scope.Read(key.Scope), pass));
    }

    /// <summary>Makes one; its text is known to nobody afterwards. Null when there are too many.</summary>
    public async Task<(ApiKey Key, KeyText Text)?> AddAsync(string name, Grant grant, string by, CancellationToken cancel)
    {
        var text = KeyText.New();
        var key = new ApiKey { Id = text.Id, Name = name, Hash = text.Hash(), Role = grant.Role.Name(), Scope = grant.Scope.Stored(), Created = time.Now(), CreatedBy = by, Expires = grant.Expires };
        return await ChangeAsync(async db =>
        {
            var now = time.Now();
            if (await db.Keys.CountAsync(k => k.Revoked == null && (k.Expires == null || k.Expires > now), cancel) >= Most) return false;
            db.Keys.Add(key);
            return true;
        }, held => held.Append(new(key.Id, Hold(key))), cancel) ? (key, text) : null;
    }

    /// <summary>Ends one, and with it what is open by it; null when there is none.</summary>
    public async Task<ApiKey?> RevokeAsync(string id, CancellationToken cancel)
    {
        ApiKey? key = null;
        await ChangeAsync(async db =>
        {
            key = await db.Keys.FindAsync([id], cancel);
            if (key is null || key.Revoked is not null) return false;
            key.Revoked = time.Now();
            return true;
        }, held => held, cancel);
        if (key is not null) _held?.GetValueOrDefault(id)?.Identity.Pass!.End(Pass.Revoked);
        return key;
    }

    /// <summary>Whether some key that holds is an administrator's.</summary>
    public async Task<bool> HasAdminAsync(CancellationToken cancel)
    {
        if (!store.Exists) return false;
        await using var db = await store.OpenAsync(cancel);
        var (now, admin) = (time.Now(), Role.Admin.Name());
        return await db.Keys.AnyAsync(k => k.Role == admin && k.Revoked == null && (k.Expires == null || k.Expires > now), cancel);
    }

    async Task<bool> ChangeAsync(Func<AccessDb, Task<bool>> change, Func<IEnumerable<KeyValuePair<string, Held>>, IEnumerable<KeyValuePair<string, Held>>> then, CancellationToken cancel)
    {
        await using var db = await store.OpenAsync(cancel);
        await LoadAsync(cancel);
        await _changing.WaitAsync(cancel);
        try
        {
            if (!await change(db)) return false;
            await db.SaveChangesAsync(cancel);
            _held = then(_held!).ToFrozenDictionary();
            return true;
        }
        finally { _changing.Release(); }
    }

    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancel)
    {
        if (!store.Exists) return [];
        await using var db = await store.OpenAsync(cancel);
        return await db.Keys.AsNoTracking().OrderByDescending(k => k.Created).Take(Most).ToListAsync(cancel);
    }
}
