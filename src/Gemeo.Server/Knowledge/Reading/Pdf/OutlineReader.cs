using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Reads the titles of a file's outline. The library's own reader follows a circle of children until the stack ends.</summary>
static class OutlineReader
{
    const int MostTitles = 20_000;
    const int Deepest = 8;

    public static List<(string Title, int Depth)> Read(PdfDocument document)
    {
        var titles = new List<(string, int)>();
        try
        {
            var scanner = document.Structure.TokenScanner;
            if (document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Outlines, scanner, out DictionaryToken? root))
                Walk(root, 1, scanner, [], titles);
        }
        catch (Exception why) when (why is not (OperationCanceledException or ReadingException))
        {
            // A damaged outline costs nothing but itself.
        }
        return titles;
    }

    static void Walk(DictionaryToken parent, int depth, IPdfTokenScanner scanner, HashSet<IndirectReference> seen, List<(string, int)> titles)
    {
        var next = NameToken.First;
        var node = parent;
        while (titles.Count < MostTitles && node.TryGet(next, out var token) && token is IndirectReferenceToken reference && seen.Add(reference.Data)
            && DirectObjectFinder.TryGet(reference, scanner, out DictionaryToken? item))
        {
            if (PdfText.In(item, NameToken.Title, scanner) is { Length: > 0 } title) titles.Add((title, depth));
            if (depth < Deepest) Walk(item, depth + 1, scanner, seen, titles);
            (node, next) = (item, NameToken.Next);
        }
    }
}

/// <summary>Text strings of a PDF, written in either of two ways, in place or elsewhere.</summary>
static class PdfText
{
    public static string? In(DictionaryToken dictionary, NameToken name, IPdfTokenScanner scanner)
    {
        if (dictionary.TryGet(name, scanner, out StringToken? text)) return text.Data;
        return dictionary.TryGet(name, scanner, out HexToken? hex) ? Decode(hex.Bytes) : null;
    }

    static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFE, 0xFF, .. var utf16] ? Encoding.BigEndianUnicode.GetString(utf16) : Encoding.Latin1.GetString(bytes);
}
