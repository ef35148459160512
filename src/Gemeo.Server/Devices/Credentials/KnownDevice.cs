using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Gemeo.Access.Store;
using Gemeo.Things;

namespace Gemeo.Devices.Credentials;

/// <summary>One device that has a credential, as the broker needs it: its password's proof and its rights, each worked out once.</summary>
public sealed class KnownDevice(DeviceCredential row)
{
    sealed record Made(ThingRegistry.Things Things, DeviceRights Rights);

    readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    volatile byte[]? _proof;
    volatile Made? _made;
    volatile bool _revoked;

    public string User => row.User;
    public string Hash => row.PasswordHash;
    public string ClientId => row.ClientId;
    public FrozenSet<string> Things { get; } = row.Things.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();

    /// <summary>Is it what the row says.</summary>
    public bool Is(DeviceCredential other) => row.PasswordHash == other.PasswordHash && row.ClientId == other.ClientId && row.Things == other.Things;

    /// <summary>Nothing more is taken from it, but that it is gone.</summary>
    public bool IsRevoked => _revoked;

    public void Revoke() => _revoked = true;

    /// <summary>Is it the password that was found right before: as many reconnects as one likes cost next to nothing.</summary>
    public bool IsProven(string password) => _proof is { } proof && CryptographicOperations.FixedTimeEquals(proof, Proof(password));

    /// <summary>Costs a millisecond: whoever asks sees to it that not everybody may.</summary>
    public bool Proves(string password)
    {
        if (!PasswordHash.Fits(Hash, password)) return false;
        _proof = Proof(password);
        return true;
    }

    // Not the password itself, so that it does not lie in memory for as long as the server runs.
    byte[] Proof(string password) => SHA256.HashData([.. _salt, .. Encoding.UTF8.GetBytes(password)]);

    // Kept with the things that they were made of, as the map of topics is.
    public DeviceRights Rights(ThingRegistry registry)
    {
        var now = registry.Now;
        if (_made is { } made && ReferenceEquals(made.Things, now)) return made.Rights;
        made = new(now, DeviceRights.Of(now.ById.Values.Select(l => l.Thing), Things));
        _made = made;
        return made.Rights;
    }
}
