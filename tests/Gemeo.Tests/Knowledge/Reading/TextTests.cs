using System.Text;
using Gemeo.Knowledge.Reading;
using Gemeo.Knowledge.Reading.Texts;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>Markdown and plain text.</summary>
public sealed class TextTests : IDisposable
{
    readonly Reads _reads = new();

    public void Dispose() => _reads.Dispose();

    async Task<DocumentPage> Page(string text, string name) => (await _reads.All(Encoding.UTF8.GetBytes(text), name))[0];

    [Fact]
    public async Task Markdown_is_read_without_its_marks_and_its_headings_are_sections()
    {
        var page = await Page("""
            ---
            title: nada
            ---
            # Manual
            Texto **forte** com [um elo](https://exemplo.invalid) e `código`,
            que continua na outra linha.

            ## Uso
            - item *um*
            - item dois

            1. primeiro
            2. segundo

            | Cor | Sentido |
            |---|---|
            | verde | no ar |

            ```
            ligar --agora
            ```
            """, "manual.md");
        Assert.Equal(
            ["Manual", "Texto forte com um elo e código, que continua na outra linha.", "Uso", "• item um", "• item dois", "1. primeiro", "2. segundo", "Cor | Sentido", "verde | no ar", "ligar --agora"],
            page.Text.Split('\n'));
        Assert.Equal("Manual|Uso", string.Join('|', page.SectionAt(page.Text.Length)));
        Assert.Equal((DocumentKind.Markdown, "Manual"), (_reads.Info!.Kind, _reads.Info.Title));
    }

    [Fact]
    public async Task Plain_text_keeps_its_paragraphs_and_joins_its_wrapped_lines()
    {
        var page = await Page("Uma linha comprida que foi quebrada por quem escreveu o arquivo de\ntexto simples, como se fazia.\n\nOutro parágrafo.\n- um\n- dois", "nota.txt");
        Assert.Equal(["Uma linha comprida que foi quebrada por quem escreveu o arquivo de texto simples, como se fazia.", "Outro parágrafo.", "- um", "- dois"], page.Text.Split('\n'));
    }

    [Fact]
    public async Task Old_files_in_western_letters_are_read_right()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Medição: “ação” de 5 €.");
        Assert.Equal("Medição: “ação” de 5 €.", (await _reads.All(western, "antigo.txt"))[0].Text);
        Assert.Equal("Medição", (await _reads.All([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Medição")], "janelas.txt"))[0].Text);
    }

    [Fact]
    public async Task A_long_text_is_cut_into_pages_at_paragraphs_and_a_heading_goes_with_its_text()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 60).Select(i => (i % 5 == 0 ? $"## Parte {i}\n\n" : "") + $"Parágrafo {i}. " + string.Concat(Enumerable.Repeat("palavra ", 40))));
        var pages = await _reads.All(Encoding.UTF8.GetBytes(text), "livro.md");
        Assert.Equal(Enumerable.Range(1, pages.Count), pages.Select(p => p.Number));
        Assert.All(pages, p => Assert.InRange(p.Text.Length, 1, TextPages.PageLength + 100));
        Assert.All(pages, p => Assert.DoesNotMatch(@"\n?Parte \d+$", p.Text));
        Assert.Equal(pages.Count, _reads.Info!.Pages);
    }

    [Fact]
    public async Task A_form_feed_begins_a_page_and_a_line_without_end_is_cut()
    {
        var pages = await _reads.All(Encoding.UTF8.GetBytes("Um.\fDois.\f" + new string('x', 10_000)), "paginas.txt");
        Assert.Equal(("Um.", "Dois."), (pages[0].Text, pages[1].Text));
        Assert.Equal(10_000, pages.Skip(2).Sum(p => p.Text.Length));
    }

    [Fact]
    public async Task Quotations_nested_without_end_are_refused_and_do_no_harm()
    {
        try { await Page(new string('>', 100_000) + " fundo", "fundo.md"); }
        catch (ReadingException why) { Assert.Equal(ReadingFault.Broken, why.Fault); }
    }
}
