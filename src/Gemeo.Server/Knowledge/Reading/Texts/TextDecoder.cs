using System.Text;

namespace Gemeo.Knowledge.Reading.Texts;

/// <summary>Bytes to text: UTF-8 or UTF-16 by its mark, UTF-8 where it is valid, else Windows-1252, which old Portuguese files are in.</summary>
static class TextDecoder
{
    static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);
    static readonly Encoding _western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Decode(ReadOnlySpan<byte> content) => TryDecode(content) ?? throw new ReadingException(ReadingFault.WrongType);

    /// <summary>Null when it is no text.</summary>
    public static string? TryDecode(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, .. var little]) return Clean(Encoding.Unicode.GetString(little));
        if (content is [0xFE, 0xFF, .. var big]) return Clean(Encoding.BigEndianUnicode.GetString(big));
        if (content is [0xEF, 0xBB, 0xBF, .. var marked]) content = marked;
        if (content.IndexOf((byte)0) >= 0 || Controls(content) > content.Length / 200) return null;
        try
        {
            return Clean(_strict.GetString(WithoutCutCharacter(content)));
        }
        catch (DecoderFallbackException)
        {
            return Clean(_western.GetString(content));
        }
    }

    static int Controls(ReadOnlySpan<byte> content)
    {
        var count = 0;
        foreach (var b in content)
            if (b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) count++;
        return count;
    }

    /// <summary>The beginning of a file may end within a character.</summary>
    static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> content)
    {
        for (var i = 1; i <= Math.Min(3, content.Length); i++)
            if ((content[^i] & 0xC0) == 0xC0)
                return i < (content[^i] >= 0xF0 ? 4 : content[^i] >= 0xE0 ? 3 : 2) ? content[..^i] : content;
        return content;
    }

    static string Clean(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize(NormalizationForm.FormC);
}
