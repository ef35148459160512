using System.Security.Cryptography;
using System.Text;

namespace Gemeo.Access.Keys;

/// <summary>A key as it is shown once: <c>gm_&lt;id&gt;_&lt;secret&gt;</c>. The id may be seen; of the secret only the hash is kept.</summary>
public readonly record struct KeyText(string Id, string Secret)
{
    const string Mark = "gm_";
    const int MostLength = 200;

    public static KeyText New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), Access.Secret.New(32));

    public static KeyText? Read(string shown)
    {
        if (!shown.StartsWith(Mark, StringComparison.Ordinal) || shown.Length > MostLength) return null;
        var end = shown.IndexOf('_', Mark.Length);
        return end < 0 ? null : new(shown[Mark.Length..end], shown[(end + 1)..]);
    }

    /// <summary>The secret is random, so nothing slower is needed.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    public override string ToString() => $"{Mark}{Id}_{Secret}";
}
