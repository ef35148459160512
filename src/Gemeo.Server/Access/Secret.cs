using System.Security.Cryptography;
using System.Text;

namespace Gemeo.Access;

/// <summary>Comparing and making secrets.</summary>
public static class Secret
{
    /// <summary>Compares in a time that tells nothing of where they differ.</summary>
    public static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    public static string New(int bytes = 24) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
