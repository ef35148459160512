using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gemeo.Knowledge.Reading;
using Gemeo.Knowledge.Reading.Isolation;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>Files made to hang, to crash or to fill the memory. They are read as the server reads them: in a process apart.</summary>
public sealed class HostileTests : IClassFixture<HostileTests.Apart>, IDisposable
{
    public sealed class Apart : IDisposable
    {
        public ReadingProcess Process { get; } = new(TimeProvider.System);

        public void Dispose() => Process.Dispose();
    }

    static readonly TimeSpan _bound = TimeSpan.FromMinutes(3);
    readonly Apart _apart;
    readonly Reads _reads;

    public HostileTests(Apart apart)
    {
        _apart = apart;
        _reads = new Reads { Reader = apart.Process, Limits = new() { Page = TimeSpan.FromSeconds(30), Memory = 400 << 20 } };
    }

    public void Dispose() => _reads.Dispose();

    [Fact]
    public async Task A_file_cut_short_is_read_as_far_as_it_goes_or_called_broken()
    {
        var whole = RawPdf.Pages([.. Enumerable.Range(1, 20).Select(i => RawPdf.Line($"Esta é a página de número {i} do documento."))]).Bytes();
        foreach (var share in (double[])[0.02, 0.3, 0.6, 0.9, 0.99])
        {
            var cut = whole[..(int)(whole.Length * share)];
            try { Assert.NotEmpty(await _reads.All(cut)); }
            catch (ReadingException why) { Assert.Contains(why.Fault, (ReadingFault[])[ReadingFault.Broken, ReadingFault.Empty]); }
        }
    }

    [Fact]
    public async Task Rubbish_within_a_file_never_takes_the_reader_down()
    {
        var whole = RawPdf.Pages(RawPdf.Line("Primeira página."), RawPdf.Line("Segunda página.")).Bytes();
        var random = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var hurt = (byte[])whole.Clone();
            for (var n = 0; n < 1 + i; n++) hurt[random.Next(20, hurt.Length)] = (byte)random.Next(256);
            await ReadOrRefuse(hurt);
        }
    }

    [Fact]
    public async Task Content_that_unpacks_to_more_than_a_page_may_hold_is_left_out_and_told()
    {
        var pdf = RawPdf.Pages(RawPdf.Line("Antes da bomba."), "", RawPdf.Line("Depois da bomba.")).WithBomb(13, 300 << 20);
        var pages = await _reads.All(pdf.Bytes());
        Assert.Equal([null, ReadingFault.TooHeavy, null], pages.Select(p => p.Fault));
        Assert.Equal("Depois da bomba.", pages[2].Text);
    }

    [Fact]
    public async Task A_drawing_of_millions_of_lines_stays_within_the_memory()
    {
        var drawing = new StringBuilder("0 0 m\n");
        while (drawing.Length < 15 << 20) drawing.Append("1 2 l 3 4 l S 0 0 m q Q\n");
        var pages = await _reads.All(RawPdf.Pages(drawing + RawPdf.Line("Legenda do desenho."), RawPdf.Line("Outra página.")).Bytes());
        Assert.True(pages[0].Text == "Legenda do desenho." || pages[0].Fault == ReadingFault.TooSlow);
        Assert.Equal("Outra página.", pages[1].Text);
    }

    [Theory]
    [InlineData("<< /Type /Pages /Kids [2 0 R] /Count 1 >>")]
    [InlineData("<< /Type /Pages /Kids [2 0 R 10 0 R 2 0 R] /Count 3 >>")]
    [InlineData("<< /Type /Pages /Kids [10 0 R 10 0 R 10 0 R] /Count 99999999 >>")]
    [InlineData("<< /Type /Pages /Kids 2 0 R /Count -1 >>")]
    public async Task A_page_tree_that_bites_its_tail_ends(string tree) => await ReadOrRefuse(RawPdf.Pages(RawPdf.Line("Uma página.")).With(2, tree).Bytes());

    /// <summary>The library remembers a thousand nodes; a longer circle it walks for ever.</summary>
    [Fact]
    public async Task A_page_tree_that_bites_its_tail_far_away_is_stopped()
    {
        const int Nodes = 1500;
        var pdf = RawPdf.Pages(RawPdf.Line("Nunca.")).With(2, "<< /Type /Pages /Kids [100 0 R] /Count 1 >>");
        for (var i = 0; i < Nodes; i++) pdf.With(100 + i, $"<< /Type /Pages /Kids [{100 + (i + 1) % Nodes} 0 R] /Count 1 >>");
        using var hasty = new Reads { Reader = _apart.Process, Limits = _reads.Limits with { Page = TimeSpan.Zero } };
        Assert.Contains(await hasty.Fault(pdf.Bytes()), (ReadingFault[])[ReadingFault.TooSlow, ReadingFault.TooHeavy, ReadingFault.Broken]);
        Assert.Equal("A seguir.", (await _reads.All(RawPdf.Pages(RawPdf.Line("A seguir.")).Bytes()))[0].Text);
    }

    [Fact]
    public async Task A_page_tree_of_a_hundred_thousand_levels_ends()
    {
        const int Levels = 100_000;
        var pdf = RawPdf.Pages(RawPdf.Line("No fundo.")).With(2, "<< /Type /Pages /Kids [100 0 R] /Count 1 >>");
        for (var i = 0; i < Levels; i++) pdf.With(100 + i, $"<< /Type /Pages /Kids [{(i == Levels - 1 ? 10 : 101 + i)} 0 R] /Count 1 >>");
        await ReadOrRefuse(pdf.Bytes());
    }

    /// <summary>The library follows this circle until its stack ends, and the process with it.</summary>
    [Fact]
    public async Task A_tree_of_names_that_bites_its_tail_costs_only_the_reading_process()
    {
        var pdf = RawPdf.Pages(RawPdf.Line("Uma página."))
            .With(1, "<< /Type /Catalog /Pages 2 0 R /Names << /Dests 5 0 R >> >>")
            .With(5, "<< /Kids [5 0 R] >>");
        // Which of the two depends on how long the runtime takes to tell of its end.
        Assert.Contains(await _reads.Fault(pdf.Bytes()), (ReadingFault[])[ReadingFault.Broken, ReadingFault.TooSlow]);
        Assert.Equal("A seguir.", (await _reads.All(RawPdf.Pages(RawPdf.Line("A seguir.")).Bytes()))[0].Text);
    }

    [Fact]
    public async Task An_outline_that_bites_its_tail_is_read_once()
    {
        var pdf = RawPdf.Pages(RawPdf.Line("Título", size: 20) + RawPdf.Line("Texto.", y: 600))
            .With(1, "<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>")
            .With(5, "<< /First 6 0 R /Last 6 0 R >>")
            .With(6, "<< /Title (T\\355tulo) /First 6 0 R /Next 6 0 R >>");
        Assert.Equal("Título", string.Join('|', (await _reads.All(pdf.Bytes()))[0].SectionAt(8)));
    }

    [Fact]
    public async Task Forms_that_draw_each_other_end()
    {
        const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /A 5 0 R /B 6 0 R >> >>";
        var pdf = RawPdf.Pages("/A Do\n" + RawPdf.Line("Por fora."))
            .With(10, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /A 5 0 R /B 6 0 R >> >> /Contents 11 0 R >>")
            .WithStream(5, "/B Do /B Do"u8.ToArray(), Form)
            .WithStream(6, "/A Do /A Do"u8.ToArray(), Form);
        await ReadOrRefuse(pdf.Bytes());
    }

    [Fact]
    public async Task Ten_thousand_pages_are_too_many_unless_somebody_allows_them()
    {
        var pdf = RawPdf.Pages([.. Enumerable.Range(1, 10_000).Select(i => RawPdf.Line($"Página miúda {i}."))]).Bytes();
        Assert.Equal(ReadingFault.TooManyPages, await _reads.Fault(pdf));
        using var patient = new Reads { Reader = _apart.Process, Limits = _reads.Limits with { Pages = 20_000 } };
        var pages = await patient.All(pdf);
        Assert.Equal((10_000, "Página miúda 10000."), (pages.Count, pages[^1].Text));
    }

    [Theory]
    [InlineData("BT /F1 1e30 Tf 72 700 Td (enorme) Tj ET")]
    [InlineData("BT /F1 0 Tf 72 700 Td (nada) Tj ET")]
    [InlineData("BT /F1 10 Tf 1e300 0 0 1e300 0 0 Tm (longe) Tj ET")]
    [InlineData("BT /F1 10 Tf -1 0 0 1 300 500 Tm (espelho) Tj ET")]
    [InlineData("BT /F1 99999 Tf 0 0 Td (gigante) Tj ET")]
    [InlineData("Q Q Q BT ET ET /Nada Do /Nada gs BT /F9 10 Tf (sem fonte) Tj ET EMC EMC")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ BT (oi) Tj")]
    public async Task Absurd_numbers_and_operators_do_no_harm(string content)
    {
        var pages = await _reads.All(RawPdf.Pages(content, RawPdf.Line("Outra página.")).Bytes());
        Assert.Equal("Outra página.", pages[1].Text);
    }

    [Fact]
    public async Task A_page_with_millions_of_letters_is_left_out()
    {
        var letters = new StringBuilder("BT /F1 9 Tf 72 700 Td ");
        for (var i = 0; i < 3000; i++) letters.Append('(').Append('a', 200).Append(") Tj ");
        var pages = await _reads.All(RawPdf.Pages(letters + "ET", RawPdf.Line("Outra.")).Bytes());
        Assert.Equal((ReadingFault.TooHeavy, "Outra."), (pages[0].Fault, pages[1].Text));
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200_000));
        await ReadOrRefuse(RawPdf.Pages(RawPdf.Line("x")).With(20, deep).With(10, $"<< /Type /Page /Parent 2 0 R /Contents 11 0 R /MediaBox [0 0 595 842] /Resources {deep} >>").Bytes());
    }

    async Task ReadOrRefuse(byte[] file)
    {
        var clock = Stopwatch.StartNew();
        try { await _reads.All(file); }
        catch (ReadingException why) { Assert.Contains(why.Fault, ReadingFault.All); }
        Assert.True(clock.Elapsed < _bound, clock.Elapsed.ToString("c", CultureInfo.InvariantCulture));
    }
}
