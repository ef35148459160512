using System.Globalization;
using System.Text;
using Gemeo.Fuzz.Mutation;

namespace Gemeo.Fuzz.Pdf;

/// <summary>Small files that want to be endless: what readers of PDF have died of.</summary>
static class Monsters
{
    const string Font = "/Resources<</Font<</F 5 0 R>>>>";

    public static (string Label, byte[] File) Any(Chance chance)
    {
        var size = chance.Of([100, 5000, 50_000, 400_000]);
        return chance.Below(16) switch
        {
            0 => ("bomb", Page(Bomb(chance, chance.Of([50, 200, 600]) << 20))),
            1 => ("bomb in bombs", Page(PdfText.StreamOf(PdfText.Deflated(PdfText.Deflated(new byte[300 << 20])), "/Filter [/FlateDecode /FlateDecode]"))),
            2 => ("many filters", Page(PdfText.StreamOf(chance.Bytes(2000), $"/Filter [{Repeat(chance.Of(["/ASCII85Decode ", "/RunLengthDecode ", "/LZWDecode ", "/ASCIIHexDecode "]), size / 50)}]"))),
            3 => ("deep arrays", Page(PdfText.StreamOf([], $"/X {Repeat("[", size)}{(chance.Percent(60) ? Repeat("]", size) : "")}"))),
            4 => ("deep dictionaries", Page(PdfText.StreamOf([], $"/X {Repeat("<</A ", size)}1{Repeat(">>", size)}"))),
            5 => ("loop of pages", PdfText.Of(["<</Type/Catalog/Pages 2 0 R>>", $"<</Type/Pages/Kids[2 0 R 3 0 R]/Count {chance.Of([1, -1, 999_999_999])}>>", "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"])),
            6 => ("many pages", PdfText.Of(["<</Type/Catalog/Pages 2 0 R>>", $"<</Type/Pages/Kids[{Repeat("3 0 R ", size)}]/Count {size}>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"])),
            7 => ("loop of references", PdfText.Of(["<</Type/Catalog/Pages 2 0 R>>", "3 0 R", "4 0 R", "2 0 R"])),
            8 => ("loop of forms", PdfText.Of(["<</Type/Catalog/Pages 2 0 R>>", Pages, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<</XObject<</X 4 0 R>>>>/Contents 4 0 R>>",
                PdfText.StreamOf(Encoding.ASCII.GetBytes(Repeat("/X Do ", chance.Of([1, 2, 50]))), "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 4 0 R>>>>")])),
            9 => ("operators", Page(PdfText.StreamOf(PdfText.Deflated(Encoding.ASCII.GetBytes("BT /F 12 Tf " + Repeat(chance.Of(["(a) Tj ", "q ", "[(a) -100 (b)] TJ ", "1 0 0 1 1 1 cm ", "/X Do ", "((((", "<<", "BI ID "]), size))), "/Filter/FlateDecode"))),
            10 => ("loop of tables", Looped()),
            11 => ("table in streams", PdfText.Of(["<</Type/Catalog/Pages 2 0 R>>", Pages, PdfText.StreamOf(Encoding.ASCII.GetBytes("3 0 4 10 <<>> <<>>"), $"/Type/ObjStm/N {chance.Of([2, 1_000_000_000, -1])}/First {chance.Of([8, -8, int.MaxValue])}/Extends 3 0 R")])),
            12 => ("character map", Mapped(chance)),
            13 => ("numbers", Page(PdfText.StreamOf(Encoding.ASCII.GetBytes($"BT /F {Strange.Number(chance)} Tf {Strange.Number(chance)} 0 0 {Strange.Number(chance)} {Strange.Number(chance)} 0 Tm (abc) Tj ET")), $"[{Strange.Number(chance)} 0 {Strange.Number(chance)} 1e38]")),
            14 => ("outlines", PdfText.Of(["<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", Pages, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>", "<</First 4 0 R/Last 4 0 R/Next 4 0 R/Title(a)/Count 1e9>>"])),
            _ => ("long names", Page(PdfText.StreamOf(Encoding.ASCII.GetBytes("BT /" + Repeat("n#41", size) + " 12 Tf (" + Repeat("\\(", size) + ") Tj ET")))),
        };
    }

    const string Pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";

    static byte[] Page(string contents, string box = "[0 0 612 792]") => PdfText.Of(["<</Type/Catalog/Pages 2 0 R>>", Pages, $"<</Type/Page/Parent 2 0 R/MediaBox{box}{Font}/Contents 4 0 R>>", contents, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]);

    static string Bomb(Chance chance, int size)
    {
        var bytes = new byte[size];
        bytes.AsSpan().Fill(chance.Of("\0 q("u8.ToArray()));
        return PdfText.StreamOf(PdfText.Deflated(bytes), "/Filter/FlateDecode");
    }

    static byte[] Mapped(Chance chance)
    {
        var map = $"begincmap {chance.Of([1, 100, int.MaxValue])} beginbfrange <0000> <{chance.Of(["ffff", "ffffffff", "00"])}> <{Repeat("0041", chance.Of([1, 500, 20_000]))}> endbfrange endcmap";
        return PdfText.Of(["<</Type/Catalog/Pages 2 0 R>>", Pages, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]{Font}/Contents 4 0 R>>", PdfText.StreamOf("BT /F 12 Tf <0001000200030004> Tj ET"u8.ToArray()),
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>", PdfText.StreamOf(Encoding.ASCII.GetBytes(map)),
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<<>>/FontDescriptor<</FontFile2 8 0 R>>/W[0 [{Repeat("500 ", 3000)}] 1 {int.MaxValue} 7]/DW {Strange.Number(chance)}>>", PdfText.StreamOf(chance.Bytes(chance.Of([0, 12, 4000])))]);
    }

    // A table whose predecessor is itself.
    static byte[] Looped()
    {
        var text = Encoding.Latin1.GetString(PdfText.Of(["<</Type/Catalog/Pages 2 0 R>>", Pages, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"], "/Prev 9999999999"));
        var at = text.LastIndexOf("xref\n0 ", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace("9999999999", at.ToString("0000000000", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
