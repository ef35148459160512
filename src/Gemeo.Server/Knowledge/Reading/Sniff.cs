using System.Text.RegularExpressions;
using Gemeo.Knowledge.Reading.Texts;

namespace Gemeo.Knowledge.Reading;

/// <summary>What a file is, by its content. The name only tells Markdown from plain text where the content does not.</summary>
static partial class Sniff
{
    const int Head = 1024;
    const int Looked = 64 << 10;

    public static DocumentKind? Kind(ReadOnlySpan<byte> content, string name)
    {
        if (content[..Math.Min(Head, content.Length)].IndexOf("%PDF-"u8) >= 0) return DocumentKind.Pdf;
        if (TextDecoder.TryDecode(content[..Math.Min(Looked, content.Length)]) is not { } text || Markup().IsMatch(text)) return null;
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (extension is ".md" or ".markdown") return DocumentKind.Markdown;
        return extension is not ".txt" && Headings().Count(text) >= 2 ? DocumentKind.Markdown : DocumentKind.Text;
    }

    [GeneratedRegex(@"\A\s*(<\?xml|<!doctype|<html|<svg|\{\\rtf)", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^#{1,4} \S", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
