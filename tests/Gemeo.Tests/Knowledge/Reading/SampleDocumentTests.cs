using Gemeo.Knowledge.Reading;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>Real files: the demo lab's documents, printed by a browser, and FaQuAD's passages, set by us.</summary>
public sealed class SampleDocumentTests : IDisposable
{
    static readonly string _folder = Path.Combine(Repository.Root, "labs", "demo", "documents");
    readonly Reads _reads = new();

    public void Dispose() => _reads.Dispose();

    [Theory]
    [InlineData("normas-de-seguranca", 3, "1,20 m da face da antena", "3. Radiofrequência")]
    [InlineData("reservas-e-uso", 2, "dois dias úteis de antecedência", "3. Sala 5G")]
    [InlineData("projetos", 2, "os erros caíram de 9 % para 0,7 % das leituras", "2. Vaga Certa")]
    [InlineData("equipment-manual", 4, "The unit needs 140 seconds from power to the first user", "A.2 Switching on and off")]
    [InlineData("5g-measurements", 2, "the median received power in the hall was 4.1 dB lower than in the empty room", "3.3 People")]
    public async Task A_fact_of_each_document_stands_under_its_heading(string name, int pages, string fact, string heading)
    {
        var read = await _reads.All(Path.Combine(_folder, name + ".pdf"));
        Assert.Equal(pages, read.Count);
        var page = Assert.Single(read, p => p.Text.Contains(fact, StringComparison.Ordinal));
        var at = page.Text.IndexOf(fact, StringComparison.Ordinal);
        Assert.Equal(heading, page.SectionAt(at)[^1]);
        Assert.NotEmpty(page.BoxesOf(at, fact.Length));
        Assert.DoesNotContain(read, p => p.Text.Contains($"{p.Number} de {pages}", StringComparison.Ordinal) || p.Text.Contains($"{p.Number} of {pages}", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_is_small_and_has_its_source() => Assert.All(Directory.GetFiles(_folder, "*.pdf"), file =>
    {
        Assert.InRange(new FileInfo(file).Length, 1, 200_000);
        Assert.True(File.Exists(Path.Combine(_folder, "source", Path.GetFileNameWithoutExtension(file) + ".md")));
    });

    [SharedFact("eval/faquad-dev.json")]
    public async Task The_passages_of_faquad_come_back_word_by_word()
    {
        var file = SharedData.File("eval/faquad-dev.json")!;
        var read = Words(string.Join('\n', (await _reads.All(SharedData.FaquadPdf(file))).Select(p => p.Text)));
        var written = SharedData.FaquadPassages(file).SelectMany(p => Words(p.Text)).ToList();
        var lost = written.GroupBy(w => w).Sum(g => Math.Max(0, g.Count() - read.Count(w => w == g.Key)));
        Assert.InRange(lost, 0, written.Count * 0.001);
    }

    static List<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
