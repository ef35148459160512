using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Gemeo.Fuzz.Pdf;

/// <summary>PDF files as Latin-1 text, in which a character is a byte.</summary>
static partial class PdfText
{
    /// <summary>The same file with its streams unpacked, so that what is changed in it is what is read and not a checksum.</summary>
    public static byte[] Unpacked(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var into = new StringBuilder();
        var at = 0;
        foreach (Match head in Stream().Matches(text))
        {
            if (head.Index < at) continue;
            var (start, length) = (head.Index + head.Length, int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture));
            if (start + length > text.Length || Inflated(file.AsSpan(start, length)) is not { } plain) continue;
            var dictionary = head.Value.Replace(head.Groups[1].Value, plain.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("/Filter /FlateDecode", "", StringComparison.Ordinal);
            into.Append(text, at, head.Index - at).Append(dictionary).Append(Encoding.Latin1.GetString(plain));
            at = start + length;
        }
        return WithTable(into.Append(text, at, text.Length - at).ToString());
    }

    /// <summary>A file of these objects, the first of which is its catalogue, with a table that is right.</summary>
    public static byte[] Of(IReadOnlyList<string> objects, string trailer = "")
    {
        var text = new StringBuilder("%PDF-1.7\n");
        for (var i = 0; i < objects.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        return WithTable(text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1} /Root 1 0 R {trailer}>>\n").ToString());
    }

    public static string StreamOf(byte[] bytes, string dictionary = "") => $"<<{dictionary} /Length {bytes.Length}>>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream";

    public static byte[] Deflated(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(bytes);
        return packed.ToArray();
    }

    static byte[]? Inflated(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var plain = new MemoryStream();
            zlib.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException) { return null; }
    }

    // Takes the old table away and writes one for where the objects are now.
    static byte[] WithTable(string text)
    {
        var trailer = Trailer().Match(text);
        var end = text.LastIndexOf("xref\n0 ", StringComparison.Ordinal) is > 0 and var old ? old : trailer.Index;
        var body = text[..end];
        var places = Object().Matches(body).ToDictionary(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), m => m.Groups[1].Index);
        var into = new StringBuilder(body).Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Keys.Max() + 1}\n0000000000 65535 f \n");
        for (var i = 1; i <= places.Keys.Max(); i++) into.Append(places.TryGetValue(i, out var place) ? string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n") : "0000000000 00001 f \n");
        into.Append(trailer.Groups[0].Value).Append(CultureInfo.InvariantCulture, $"\nstartxref\n{end}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(into.ToString());
    }

    [GeneratedRegex("<<(?:(?!endobj|stream)[^\u0000]){0,400}?/Filter /FlateDecode(?:(?!endobj|stream)[^\u0000]){0,200}?/Length (\\d+)>> ?stream\\r?\\n")]
    private static partial Regex Stream();

    [GeneratedRegex("trailer\\s*<<[\\s\\S]*?>>(?=\\s*(?:startxref|$))")]
    private static partial Regex Trailer();

    [GeneratedRegex("(?<=\\n)(\\d+) 0 obj")]
    private static partial Regex Object();
}
