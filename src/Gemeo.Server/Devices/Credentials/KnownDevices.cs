using System.Collections.Frozen;
using Gemeo.Access;
using Gemeo.Access.Store;
using Gemeo.Log;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Devices.Credentials;

/// <summary>The devices that have credentials: rows of the access store, held in memory for the broker. A lab that has none opens no store.</summary>
public sealed class KnownDevices(AccessStore store, TimeProvider time) : IAccessMemory
{
    public const int Most = 10_000;

    readonly SemaphoreSlim _editing = new(1);
    volatile FrozenDictionary<string, KnownDevice> _live = FrozenDictionary<string, KnownDevice>.Empty;
    volatile FrozenDictionary<string, KnownDevice> _byClient = FrozenDictionary<string, KnownDevice>.Empty;

    /// <summary>Raised after a credential came, changed or went, with the device as it was when its connections have to close.</summary>
    public event Action<KnownDevice?>? Changed;

    public bool Any => _live.Count > 0;

    public IReadOnlyCollection<KnownDevice> All => _live.Values;

    public KnownDevice? Find(string user) => _live.GetValueOrDefault(user);

    /// <summary>Whose client id it is; null when it is bound to nobody.</summary>
    public KnownDevice? BoundTo(string clientId) => _byClient.GetValueOrDefault(clientId);

    public async Task LoadAsync(CancellationToken cancel)
    {
        if (!store.Exists) return;
        await _editing.WaitAsync(cancel);
        try
        {
            await using var db = await store.OpenAsync(cancel);
            Put([.. (await db.Devices.AsNoTracking().Where(d => d.Revoked == null).ToListAsync(cancel)).Select(r => new KnownDevice(r))]);
        }
        finally { _editing.Release(); }
    }

    public async Task RefreshAsync(CancellationToken cancel)
    {
        await _editing.WaitAsync(cancel);
        try
        {
            await using var db = await store.OpenAsync(cancel);
            var rows = await db.Devices.AsNoTracking().Where(d => d.Revoked == null).ToListAsync(cancel);
            var before = _live.Values.ToHashSet();
            Put([.. rows.Select(r => Find(r.User) is { } held && held.Is(r) ? held : new(r))]);
            var gone = before.Except(_live.Values).ToArray();
            foreach (var device in gone)
            {
                device.Revoke();
                Changed?.Invoke(device);
            }
            if (gone.Length == 0 && before.Count != _live.Count) Changed?.Invoke(null);
        }
        finally { _editing.Release(); }
    }

    /// <summary>Every credential, revoked ones too, by name.</summary>
    public async Task<IReadOnlyList<DeviceCredential>> ListAsync(CancellationToken cancel)
    {
        if (!store.Exists) return [];
        await using var db = await store.OpenAsync(cancel);
        return await db.Devices.AsNoTracking().OrderBy(d => d.User).Take(2 * Most).ToListAsync(cancel);
    }

    /// <summary>Makes one; its password is known to the caller of this alone. Null when the name or the client id is taken, or there are too many.</summary>
    public async Task<(DeviceCredential Row, string Password)?> AddAsync(string user, IEnumerable<string> things, string clientId, string by, CancellationToken cancel)
    {
        await _editing.WaitAsync(cancel);
        try
        {
            if (Find(user) is not null || (clientId.Length > 0 && BoundTo(clientId) is not null) || _live.Count >= Most) return null;
            var password = Secret.New();
            var row = new DeviceCredential { User = user, PasswordHash = PasswordHash.Of(password), Things = string.Join('\n', things), ClientId = clientId, Created = time.Now(), CreatedBy = by };
            await using var db = await store.OpenAsync(cancel);
            // Another server may have just made it.
            if (await db.Devices.AnyAsync(d => d.User == user && d.Revoked == null, cancel)) return null;
            // One that was revoked gives its name back.
            await db.Devices.Where(d => d.User == user && d.Revoked != null).ExecuteDeleteAsync(cancel);
            db.Devices.Add(row);
            await db.SaveChangesAsync(cancel);
            Put([.. _live.Values, new(row)]);
            Changed?.Invoke(null);
            return (row, password);
        }
        finally { _editing.Release(); }
    }

    /// <summary>False when there is none of that name.</summary>
    public async Task<bool> RevokeAsync(string user, CancellationToken cancel)
    {
        await _editing.WaitAsync(cancel);
        try
        {
            if (Find(user) is not { } device) return false;
            await using var db = await store.OpenAsync(cancel);
            var now = time.Now();
            await db.Devices.Where(d => d.User == user).ExecuteUpdateAsync(set => set.SetProperty(d => d.Revoked, now), cancel);
            device.Revoke();
            Put([.. _live.Values.Where(d => d != device)]);
            Changed?.Invoke(device);
            return true;
        }
        finally { _editing.Release(); }
    }

    void Put(KnownDevice[] devices)
    {
        _byClient = devices.Where(d => d.ClientId.Length > 0).DistinctBy(d => d.ClientId).ToFrozenDictionary(d => d.ClientId);
        _live = devices.ToFrozenDictionary(d => d.User);
    }
}
