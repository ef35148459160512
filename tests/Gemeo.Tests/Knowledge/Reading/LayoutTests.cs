using Gemeo.Knowledge.Reading;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>What a person sees on a page is what the text says, in the order in which it is read.</summary>
public sealed class LayoutTests : IDisposable
{
    readonly Reads _reads = new();

    public void Dispose() => _reads.Dispose();

    static string Prose(string word, int sentences) =>
        string.Join(' ', Enumerable.Range(1, sentences).Select(i => $"A frase {i} fala de {word} e de mais alguma coisa que enche a linha até o fim dela."));

    async Task<DocumentPage> Page(params string[] lines) => (await _reads.All(RawPdf.Pages(string.Concat(lines)).Bytes()))[0];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Columns_are_read_one_after_the_other_beneath_a_title_across_them(int columns)
    {
        var words = Enumerable.Range(1, 9).Select(i => $"tema{i}").ToArray();
        var pdf = new TypesetPdf(columns).Title("Um título que vai de lado a lado da página");
        foreach (var word in words) pdf.Paragraph(Prose(word, columns == 2 ? 6 : 4));
        var text = string.Join('\n', (await _reads.All(pdf.Bytes())).Select(p => p.Text));
        Assert.StartsWith("Um título que vai de lado a lado da página\n", text, StringComparison.Ordinal);
        var expected = string.Join(' ', words.Select(w => Prose(w, columns == 2 ? 6 : 4)));
        Assert.Equal(expected, text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..].ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_sentence_that_goes_on_in_the_next_column_is_not_broken()
    {
        var pdf = new TypesetPdf(2).Paragraph(string.Join(' ', Enumerable.Repeat("texto que segue sem parar pela coluna e passa para a outra", 60)) + ".");
        Assert.DoesNotContain('\n', (await _reads.All(pdf.Bytes()))[0].Text);
    }

    [Fact]
    public async Task A_table_is_read_by_rows()
    {
        var rows = new (string, string)[]
        {
            ("até mil partes por milhão", "nada: o ar está muito bom"), ("de mil a mil e quatrocentas", "abrir as janelas do fundo"),
            ("acima de mil e quatrocentas", "esvaziar a sala de aula"), ("acima de cinco mil partes", "chamar a brigada do prédio"), ("sem leitura do sensor hoje", "trocar as pilhas do sensor"),
        };
        var page = await Page([.. rows.SelectMany((r, i) => new[] { RawPdf.Line(r.Item1, 72, 700 - 22 * i), RawPdf.Line(r.Item2, 320, 700 - 22 * i) })]);
        Assert.Equal(rows.Select(r => $"{r.Item1} {r.Item2}"), page.Text.Split('\n'));
    }

    [Fact]
    public async Task Lines_of_a_paragraph_are_joined_and_paragraphs_and_items_are_not()
    {
        var pdf = new TypesetPdf().Paragraph(Prose("rádio", 5)).Paragraph(Prose("antena", 5)).Paragraph("• primeiro item").Paragraph("• segundo item");
        Assert.Equal([Prose("rádio", 5), Prose("antena", 5), "• primeiro item", "• segundo item"], (await _reads.All(pdf.Bytes()))[0].Text.Split('\n'));
    }

    [Fact]
    public async Task Every_word_has_its_box_and_its_place_in_the_text()
    {
        var page = await Page(RawPdf.Line("A antena da sala", y: 742), RawPdf.Line("fica a 2,2 m do piso.", y: 729));
        Assert.Equal("A antena da sala fica a 2,2 m do piso.".Split(' '), page.Words.Select(w => page.Text.Substring(w.Start, w.Length)));
        var first = page.Words[0].Box;
        Assert.Equal((72, 842 - 742), (MathF.Round(first.Left), MathF.Round(first.Bottom - 0.22f * 11)));
    }

    [Fact]
    public async Task A_quotation_over_two_lines_is_highlighted_by_a_box_for_each()
    {
        var page = await Page(RawPdf.Line("A antena da sala", y: 742), RawPdf.Line("fica a 2,2 m do piso.", y: 729));
        var boxes = page.BoxesOf(page.Text.IndexOf("sala", StringComparison.Ordinal), "sala fica a".Length);
        Assert.Equal(2, boxes.Length);
        Assert.True(boxes[0].Bottom <= boxes[1].Bottom && boxes[1].Left < boxes[0].Left);
    }

    [Fact]
    public async Task A_word_broken_at_the_end_of_a_line_is_mended_and_highlighted_in_both_places()
    {
        var page = await Page(RawPdf.Line("Toda a infor-", y: 742), RawPdf.Line("mação do laboratório.", y: 729));
        Assert.Equal("Toda a informação do laboratório.", page.Text);
        Assert.Equal(2, page.BoxesOf(page.Text.IndexOf("informação", StringComparison.Ordinal), "informação".Length).Length);
    }

    [Theory]
    [InlineData("Quem quer encontrá-", "lo deve ir à sala.", "encontrá-lo")]
    [InlineData("O equipamento pós-", "moderno chegou ontem.", "pós-moderno")]
    [InlineData("It is a state-of-", "the-art receiver.", "state-of-the-art")]
    [InlineData("They use self-", "made antennas there.", "self-made")]
    [InlineData("The measure-", "ments were repeated.", "measurements")]
    [InlineData("A faixa n78-", "B foi usada ali.", "n78-B")]
    [InlineData("Ligue a luz \u00ADago\u00AD", "ra mesmo, por favor.", "agora")]
    public async Task A_hyphen_that_belongs_to_the_word_stays(string first, string second, string word) =>
        Assert.Contains(word, (await Page(RawPdf.Line($"Uma linha que está cheia até a margem. {first}", y: 742), RawPdf.Line(second, y: 729))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Where_the_document_writes_the_word_elsewhere_that_decides()
    {
        var page = await Page(
            RawPdf.Line("O guarda-roupa é grande. A palavra compro-", y: 742), RawPdf.Line("misso e o guarda-", y: 729), RawPdf.Line("roupa e o compromisso.", y: 716));
        Assert.Equal("O guarda-roupa é grande. A palavra compromisso e o guarda-roupa e o compromisso.", page.Text);
    }

    [Fact]
    public async Task Letters_that_are_drawn_as_one_or_over_each_other_become_plain_text()
    {
        var page = await Page(
            "/Span << /ActualText <FEFF0065FB03006300690065006E0074> >> BDC\n", RawPdf.Line("eXcient", y: 742), "EMC\n",
            RawPdf.Line("A", 72, 700), RawPdf.Line("~", 73, 700), RawPdf.Line("negrito", 72, 650), RawPdf.Line("negrito", 72.3, 650));
        Assert.Equal(["efficient", "Ã", "negrito"], page.Text.Split('\n'));
    }

    [Fact]
    public async Task Letters_set_wide_apart_are_one_word()
    {
        var page = await Page("BT /F1 11 Tf 3 Tc 72 700 Td (NORMAS DE USO) Tj ET");
        Assert.Equal("NORMAS DE USO", page.Text);
    }

    [Theory]
    [InlineData("0 1 -1 0 100 300")]
    [InlineData("-1 0 0 -1 400 300")]
    [InlineData("0 -1 1 0 100 600")]
    [InlineData("0.7071 0.7071 -0.7071 0.7071 200 300")]
    public async Task Turned_text_is_read_and_its_boxes_stay_on_the_page(string matrix)
    {
        var page = await Page($"BT /F1 11 Tf {matrix} Tm (Texto girado na margem) Tj ET\n", RawPdf.Line("Texto direito, que é a maior parte da página."));
        Assert.Equal(["Texto direito, que é a maior parte da página.", "Texto girado na margem"], page.Text.Split('\n'));
        Assert.All(page.Words, w => Assert.True(w.Box.Left >= 0 && w.Box.Top >= 0 && w.Box.Right <= page.Width && w.Box.Bottom <= page.Height));
    }

    [Fact]
    public async Task A_page_that_is_shown_turned_is_read_as_it_is_shown()
    {
        var pdf = RawPdf.Pages("BT /F1 11 Tf 0 1 -1 0 100 72 Tm (Uma tabela deitada) Tj ET")
            .With(10, $"<< /Type /Page /Parent 2 0 R /Rotate 90 /MediaBox [0 0 595 842] /Resources << {RawPdf.Fonts} >> /Contents 11 0 R >>");
        var page = (await _reads.All(pdf.Bytes()))[0];
        Assert.Equal((842, 595, "Uma tabela deitada"), (page.Width, page.Height, page.Text));
        Assert.Equal((72, 100), (MathF.Round(page.Words[0].Box.Left), MathF.Round(page.Words[0].Box.Bottom - 0.22f * 11)));
    }
}
