using System.Text;
using Gemeo.Knowledge.Reading;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>What cannot be read is told in a word and a sentence, and what can be read is not held up by it.</summary>
public sealed class FaultTests : IDisposable
{
    static readonly string _zeros = new('0', 64);
    readonly Reads _reads = new();

    public void Dispose() => _reads.Dispose();

    [Fact]
    public async Task A_file_with_a_password_is_encrypted()
    {
        var pdf = RawPdf.Pages(RawPdf.Line("Segredo.")).With(9, $"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{_zeros}> /U <{_zeros}> >>");
        Assert.Equal(ReadingFault.Encrypted, await _reads.Fault(pdf.Bytes($"/Encrypt 9 0 R /ID [<{_zeros[..32]}> <{_zeros[..32]}>]")));
    }

    [Fact]
    public async Task Pages_that_are_pictures_are_scanned()
    {
        const string Picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
        Assert.Equal(ReadingFault.Scanned, await _reads.Fault(RawPdf.Pages(Picture, Picture).Bytes()));
        var mixed = await _reads.All(RawPdf.Pages(Picture, RawPdf.Line("Uma página com texto.")).Bytes());
        Assert.Equal([ReadingFault.Scanned, null], mixed.Select(p => p.Fault));
    }

    [Fact]
    public async Task A_picture_of_another_file_is_not_unpacked()
    {
        var pdf = RawPdf.Pages("q 595 0 0 842 0 0 cm /Im Do Q")
            .With(10, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im 5 0 R >> >> /Contents 11 0 R >>")
            .WithStream(5, "nada"u8.ToArray(), "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /CCITTFaxDecode");
        Assert.Equal(ReadingFault.Scanned, await _reads.Fault(pdf.Bytes()));
    }

    [Fact]
    public async Task Blank_pages_are_empty() => Assert.Equal(ReadingFault.Empty, await _reads.Fault(RawPdf.Pages("", "0 0 m 9 9 l S").Bytes()));

    [Fact]
    public async Task Rubbish_after_a_true_beginning_is_broken() => Assert.Equal(ReadingFault.Broken, await _reads.Fault("%PDF-1.7\nnada disso é um PDF"u8.ToArray()));

    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\0", "foto.pdf")]
    [InlineData("PK\u0003\u0004\u0014\0\u0006\0\u0008\0", "planilha.txt")]
    [InlineData("<!DOCTYPE html><html><body>Não encontrado</body></html>", "artigo.pdf")]
    [InlineData("{\\rtf1\\ansi texto}", "nota.md")]
    public async Task The_content_decides_and_not_the_name(string content, string name) =>
        Assert.Equal(ReadingFault.WrongType, await _reads.Fault(Encoding.Latin1.GetBytes(content), name));

    [Fact]
    public async Task A_pdf_named_otherwise_is_a_pdf()
    {
        await _reads.All(RawPdf.Pages(RawPdf.Line("Texto.")).Bytes(), "relatorio.txt");
        Assert.Equal(DocumentKind.Pdf, _reads.Info!.Kind);
    }

    [Fact]
    public async Task Size_and_pages_have_limits()
    {
        var pdf = RawPdf.Pages([.. Enumerable.Range(1, 12).Select(i => RawPdf.Line($"Página {i}."))]).Bytes();
        using var small = new Reads { Limits = new() { Bytes = 1000 } };
        using var few = new Reads { Limits = new() { Pages = 11 } };
        Assert.Equal(ReadingFault.TooLarge, await small.Fault(pdf));
        Assert.Equal(ReadingFault.TooManyPages, await few.Fault(pdf));
        Assert.Equal(ReadingFault.Empty, await _reads.Fault([]));
    }

    /// <summary>Each look at the clock finds it a second on.</summary>
    sealed class Hurried : TimeProvider
    {
        long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++_seconds;
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_left_out_and_a_document_that_does_is_ended()
    {
        var slow = new string(' ', 1) + string.Concat(Enumerable.Repeat(RawPdf.Line("muitas linhas"), 400));
        var pdf = RawPdf.Pages(RawPdf.Line("Antes."), slow, RawPdf.Line("Depois.")).Bytes();
        using var page = new Reads { Reader = new DocumentReader(new Hurried()), Limits = new() { Page = TimeSpan.FromSeconds(12), Document = TimeSpan.FromHours(9) } };
        Assert.Equal([null, ReadingFault.TooSlow, null], (await page.All(pdf)).Select(p => p.Fault));
        using var document = new Reads { Reader = new DocumentReader(new Hurried()), Limits = new() { Document = TimeSpan.FromSeconds(20) } };
        Assert.Equal(ReadingFault.TooSlow, await document.Fault(pdf));
    }

    [Fact]
    public async Task Reading_stops_when_nobody_wants_it()
    {
        using var cancel = new CancellationTokenSource();
        var file = _reads.File(RawPdf.Pages([.. Enumerable.Range(1, 50).Select(i => RawPdf.Line($"Página {i}."))]).Bytes());
        var pages = _reads.Reader.ReadAsync(file, _reads.Limits, null, cancel.Token).GetAsyncEnumerator(cancel.Token);
        Assert.True(await pages.MoveNextAsync());
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pages.MoveNextAsync());
        await pages.DisposeAsync();
    }

    [Fact]
    public void Every_fault_has_a_code_of_its_own_and_sentences_in_both_languages()
    {
        Assert.Equal(ReadingFault.All.Count, ReadingFault.All.Select(f => f.Code).Distinct().Count());
        Assert.All(ReadingFault.All, f => Assert.True(f.Pt.EndsWith('.') && f.En.EndsWith('.') && f.In("en") != f.In("pt")));
    }
}
