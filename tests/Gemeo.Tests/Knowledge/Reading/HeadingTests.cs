using Gemeo.Knowledge.Reading;

namespace Gemeo.Tests.Knowledge.Reading;

public sealed class HeadingTests : IDisposable
{
    const string Text = "Um parágrafo comum, de tamanho comum, que diz alguma coisa sobre o assunto da seção e enche mais de uma linha da página inteira.";

    readonly Reads _reads = new();

    public void Dispose() => _reads.Dispose();

    static string PathAt(DocumentPage page, string text) => string.Join(" › ", page.SectionAt(page.Text.IndexOf(text, StringComparison.Ordinal)));

    [Fact]
    public async Task Larger_letters_and_numbers_make_the_path_and_it_goes_on_over_pages()
    {
        var pdf = new TypesetPdf().Title("Manual do rádio");
        for (var i = 1; i <= 3; i++) pdf.Heading($"{i} Capítulo").Paragraph($"Início {i}. {Text}").Heading($"{i}.1 Detalhe").Paragraph(string.Join(' ', Enumerable.Repeat(Text, 20)) + $" Fim {i}.");
        var pages = await _reads.All(pdf.Bytes());
        var all = pages.SelectMany(p => Enumerable.Range(1, 3).SelectMany(i => new[] { $"Início {i}.", $"Fim {i}." }).Where(t => p.Text.Contains(t, StringComparison.Ordinal)).Select(t => $"{t} {PathAt(p, t)}"));
        Assert.Equal(
            Enumerable.Range(1, 3).SelectMany(i => new[] { $"Início {i}. Manual do rádio › {i} Capítulo", $"Fim {i}. Manual do rádio › {i} Capítulo › {i}.1 Detalhe" }), all);
        Assert.True(pages.Count > 1);
    }

    [Fact]
    public async Task A_bold_line_above_a_paragraph_is_a_heading_and_a_bold_word_is_not()
    {
        var content = RawPdf.Line("Do uso das bancadas", y: 760, bold: true) + RawPdf.Line("As bancadas ficam abertas das 8h às 22h, de segunda a sexta.", y: 740)
            + RawPdf.Line("Nunca", y: 720, bold: true) + RawPdf.Line("deixe o ferro ligado sobre a bancada de madeira.", 110, 720);
        var page = (await _reads.All(RawPdf.Pages(content).Bytes()))[0];
        Assert.Equal(["Do uso das bancadas"], page.Sections[^1].Path.ToArray());
        Assert.Equal("Do uso das bancadas", page.Text.Substring(page.Sections[^1].Start, page.Sections[^1].HeadingLength));
    }

    [Fact]
    public async Task What_the_files_outline_lists_is_a_heading_at_its_depth_however_it_looks()
    {
        var pdf = new TypesetPdf().Paragraph("1 Primeiro").Paragraph($"Um: {Text}").Paragraph("Segundo").Paragraph($"Dois: {Text}")
            .Paragraph("TEXTO EM MAIÚSCULAS QUE NÃO É TÍTULO").Paragraph($"Três: {Text}").Raw()
            .With(1, "<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>").With(5, "<< /First 6 0 R >>")
            .With(6, "<< /Title (Primeiro) /First 7 0 R >>").With(7, "<< /Title <FEFF0053006500670075006E0064006F> >>");
        var page = (await _reads.All(pdf.Bytes()))[0];
        Assert.Equal("1 Primeiro › Segundo", PathAt(page, "Três:"));
    }

    [Fact]
    public async Task A_line_of_the_contents_is_no_heading()
    {
        var page = (await _reads.All(RawPdf.Pages(
            RawPdf.Line("1 Introdução . . . . . . . . . . . . . . . . . . . . . 3", y: 760, bold: true) + RawPdf.Line("2 Método . . . . . . . . . . . . . . . . . . . . . . . . 9", y: 745, bold: true)).Bytes()))[0];
        Assert.Equal(["1 Introdução 3", "2 Método 9"], page.Text.Split('\n'));
        Assert.Empty(page.Sections[^1].Path);
    }

    [Fact]
    public async Task Headers_footers_and_page_numbers_are_dropped_and_a_chapters_own_header_too()
    {
        var pages = await _reads.All(RawPdf.Pages([.. Enumerable.Range(1, 16).Select(i =>
            RawPdf.Line($"Capítulo {(i <= 8 ? "um: redes" : "dois: rádio")}", y: 810, size: 9) + RawPdf.Line($"Universidade Imaginária {i}", 300, 810, 9)
            + RawPdf.Line($"Aqui a página {i} diz o que só ela diz.", y: 740) + RawPdf.Line($"{i}", 297, 30, 9))]).Bytes());
        Assert.Equal(Enumerable.Range(1, 16).Select(i => $"Aqui a página {i} diz o que só ela diz."), pages.Select(p => p.Text));
    }

    [Fact]
    public async Task What_does_not_repeat_stays_even_at_the_edge()
    {
        string[] first = ["Uma nota que só está aqui", "Outra que só está ali", "E mais uma, diferente", "Por fim, a última"];
        var pages = await _reads.All(RawPdf.Pages([.. first.Select(f => RawPdf.Line(f, y: 815) + RawPdf.Line("Texto.", y: 700))]).Bytes());
        Assert.Equal(first.Select(f => $"{f}\nTexto."), pages.Select(p => p.Text));
    }
}
