using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gemeo.Access.Accounts;

/// <summary>Passwords as they are kept: PBKDF2 with SHA-512, <c>pbkdf2-sha512$iterations$salt$hash</c>. Slow by design, so few run at once.</summary>
public static class Password
{
    public const int Shortest = 12, Longest = 256;
    const int Iterations = 210_000, SaltBytes = 16, HashBytes = 32;
    const string Mark = "pbkdf2-sha512";

    static readonly SemaphoreSlim _room = new(2);
    // For names that nobody has: they cost as much as those that somebody has.
    static readonly string _nobody = Text(Iterations, new byte[SaltBytes], new byte[HashBytes]);

    public static string Expected { get; } = $"password: expected {Shortest} to {Longest} characters";

    public static bool IsFit(string? password) => password is { Length: >= Shortest and <= Longest };

    public static async Task<string> HashAsync(string password, CancellationToken cancel)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Text(Iterations, salt, await DeriveAsync(password, salt, Iterations, cancel));
    }

    /// <param name="kept">Null when nobody has the name: it takes as long and is false.</param>
    public static async Task<bool> IsAsync(string? kept, string given, CancellationToken cancel)
    {
        var parts = (kept ?? _nobody).Split('$');
        if (parts is not [Mark, var rounds, var salt, var hash] || given.Length > Longest) return false;
        var derived = await DeriveAsync(given, Convert.FromBase64String(salt), int.Parse(rounds, CultureInfo.InvariantCulture), cancel);
        return CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(hash), derived) && kept is not null;
    }

    static string Text(int iterations, byte[] salt, byte[] hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");

    static async Task<byte[]> DeriveAsync(string password, byte[] salt, int iterations, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        try { return await Task.Run(() => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA512, HashBytes), CancellationToken.None); }
        finally { _room.Release(); }
    }
}
