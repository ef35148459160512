using System.Globalization;
using System.Security.Cryptography;

namespace Gemeo.Devices.Credentials;

/// <summary>Passwords of devices, as Mosquitto writes them: <c>$7$iterations$salt$hash</c>, PBKDF2 with SHA-512, so that one hash serves both brokers.</summary>
public static class PasswordHash
{
    // Passwords are 24 random bytes, which nobody finds by trying: more rounds would help nobody but whoever floods us with wrong ones.
    const int Iterations = 1000, SaltBytes = 12, HashBytes = 64, MostIterations = 1_000_000;

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture, $"$7${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Iterations, HashBytes))}");
    }

    /// <summary>Compared in a time that tells nothing; false for what is no such hash.</summary>
    public static bool Fits(string hash, string password)
    {
        if (hash.Split('$') is not ["", "7", var rounds, var salted, var expected]) return false;
        if (!int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) || iterations is < 1 or > MostIterations) return false;
        try
        {
            var wanted = Convert.FromBase64String(expected);
            return wanted.Length > 0 && CryptographicOperations.FixedTimeEquals(wanted, Derive(password, Convert.FromBase64String(salted), iterations, wanted.Length));
        }
        catch (FormatException) { return false; }
    }

    static byte[] Derive(string password, byte[] salt, int iterations, int bytes) => Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, bytes);
}
