using System.Text;
using System.Text.RegularExpressions;
using Gemeo.Fuzz.Mutation;

namespace Gemeo.Fuzz.Pdf;

/// <summary>Unpacked PDF files changed by what they are made of.</summary>
static partial class PdfMutator
{
    static readonly string[] _words =
    [
        "/Type", "/Page", "/Pages", "/Kids", "/Parent", "/Count", "/Font", "/FlateDecode", "/LZWDecode", "/DCTDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/Crypt", "/Encrypt", "/ToUnicode", "/Contents", "/Length", "/Resources",
        "/XObject", "/Subtype", "/Form", "/Filter", "/DecodeParms", "/Predictor 15", "/Columns 2147483647", "/ObjStm", "/XRef", "/W [4 4 4]", "/Identity-H", "/Type3", "/CIDFontType2", "/Encoding", "/Differences", "/StructParents",
        "obj", "endobj", "stream", "endstream", "null", "true", "<<", ">>", "[", "]", "(", ")", "<", ">", "R", "BT", "ET", "Tj", "TJ", "Tf", "Tm", "Do", "q", "Q", "cm", "BI", "ID", "EI", "%", "{", "}",
    ];

    public static byte[] Words(byte[] file, Chance chance) => Change(file, Word(), chance, (was, all) => chance.Percent(50) ? chance.Of(_words) : chance.Of(all).Value);

    public static byte[] References(byte[] file, Chance chance) => Change(file, Reference(), chance, (was, all) => chance.Percent(80) ? chance.Of(all).Value : $"{Strange.Number(chance)} 0 R");

    public static byte[] Numbers(byte[] file, Chance chance) => Change(file, Number(), chance, (was, all) => chance.Percent(60) ? Strange.Number(chance) : chance.Of(all).Value);

    static byte[] Change(byte[] file, Regex what, Chance chance, Func<string, MatchCollection, string> to)
    {
        var text = Encoding.Latin1.GetString(file);
        var all = what.Matches(text);
        if (all.Count == 0) return file;
        var chosen = Enumerable.Range(0, chance.Between(1, 12)).Select(_ => chance.Of(all)).DistinctBy(m => m.Index).OrderByDescending(m => m.Index);
        foreach (var match in chosen) text = string.Concat(text.AsSpan(0, match.Index), to(match.Value, all), text.AsSpan(match.Index + match.Length));
        return Encoding.Latin1.GetBytes(text);
    }

    [GeneratedRegex("/[A-Za-z][A-Za-z0-9]+|\\b(?:obj|endobj|stream|endstream|BT|ET|Tj|TJ|Tf|Tm|cm|Do)\\b|<<|>>")]
    private static partial Regex Word();

    [GeneratedRegex("\\b\\d+ 0 R\\b")]
    private static partial Regex Reference();

    [GeneratedRegex("(?<=[\\s\\[/])-?\\d+(?:\\.\\d+)?(?=[\\s\\]])")]
    private static partial Regex Number();
}
