using System.Globalization;
using System.Text;

namespace Gemeo.Fuzz.Http;

/// <summary>An answer, as far as it came.</summary>
/// <param name="Ours">From the server's own code; what Kestrel refuses by itself has no body and none of its headers.</param>
public sealed record Answer(int Status, bool Ours, bool IsProblem, bool Whole)
{
    /// <summary>All answers in what came over one connection.</summary>
    public static List<Answer> All(ReadOnlySpan<byte> bytes)
    {
        var all = new List<Answer>();
        while (bytes.StartsWith("HTTP/1.1 "u8))
        {
            var end = bytes.IndexOf("\r\n\r\n"u8);
            if (end < 0) break;
            var head = Encoding.Latin1.GetString(bytes[..end]);
            var rest = bytes[(end + 4)..];
            var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
            var length = status is 100 or 204 or 304 or 101 ? 0 : Length(head, rest);
            var body = rest[..Math.Min(length ?? rest.Length, rest.Length)];
            all.Add(new(status, head.Contains("nosniff", StringComparison.Ordinal), head.Contains("application/problem+json", StringComparison.Ordinal) && (body.IndexOf("\"erro\""u8) >= 0 || length is null), length <= rest.Length));
            if (length is null || length > rest.Length) break;
            bytes = rest[length.Value..];
        }
        return all;
    }

    // Null: until the end, or an end that has not come.
    static int? Length(string head, ReadOnlySpan<byte> rest)
    {
        foreach (var line in head.Split("\r\n"))
            if (line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)) return int.Parse(line.AsSpan(16), CultureInfo.InvariantCulture);
        if (!head.Contains("chunked", StringComparison.OrdinalIgnoreCase)) return null;
        var end = rest.IndexOf("0\r\n\r\n"u8);
        return end < 0 ? null : end + 5;
    }
}
