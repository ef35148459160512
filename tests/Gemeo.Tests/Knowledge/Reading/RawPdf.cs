using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>A PDF written object by object, so that it can be as wrong as a test wants.</summary>
sealed class RawPdf
{
    static readonly Encoding _winAnsi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    readonly SortedDictionary<int, byte[]> _objects = [];

    public const string Fonts = "/Font << /F1 3 0 R /F2 4 0 R >>";

    /// <summary>Catalog 1, page tree 2, fonts 3 (plain) and 4 (bold); pages from 10 on, each followed by its content.</summary>
    public static RawPdf Pages(params string[] contents)
    {
        var pdf = new RawPdf().With(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .With(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
            .With(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        var kids = new StringBuilder();
        for (var i = 0; i < contents.Length; i++)
        {
            var (page, content) = (10 + 2 * i, 11 + 2 * i);
            kids.Append(CultureInfo.InvariantCulture, $"{page} 0 R ");
            pdf.With(page, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {Fonts} >> /Contents {content} 0 R >>");
            pdf.WithStream(content, _winAnsi.GetBytes(contents[i]));
        }
        return pdf.With(2, $"<< /Type /Pages /Kids [{kids}] /Count {contents.Length} >>");
    }

    /// <summary>A line of text at a place, in points from the bottom left corner.</summary>
    public static string Line(string text, double x = 72, double y = 700, double size = 11, bool bold = false) => string.Create(CultureInfo.InvariantCulture,
        $"BT /F{(bold ? 2 : 1)} {size} Tf 1 0 0 1 {x} {y} Tm ({text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");

    public RawPdf With(int number, string body)
    {
        _objects[number] = Encoding.Latin1.GetBytes(body);
        return this;
    }

    public RawPdf WithStream(int number, byte[] content, string dictionary = "")
    {
        var head = Encoding.Latin1.GetBytes($"<< /Length {content.Length} {dictionary} >>\nstream\n");
        _objects[number] = [.. head, .. content, .. "\nendstream"u8];
        return this;
    }

    /// <summary>A stream that unpacks to so many spaces.</summary>
    public RawPdf WithBomb(int number, int length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = Enumerable.Repeat((byte)' ', 1 << 16).ToArray();
            for (var written = 0; written < length; written += block.Length) zlib.Write(block);
        }
        return WithStream(number, packed.ToArray(), "/Filter /FlateDecode");
    }

    public byte[] Bytes(string trailer = "")
    {
        var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n%âãÏÓ\n");
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in _objects)
        {
            offsets[number] = file.Position;
            Write($"{number} 0 obj\n");
            file.Write(body);
            Write("\nendobj\n");
        }
        var xref = file.Position;
        var size = _objects.Keys.Max() + 1;
        Write($"xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets) Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n"));
        Write($"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();
    }
}
