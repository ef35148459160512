using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;
using Gemeo.Linguistics.Words;

namespace Gemeo.Tests.Linguistics;

public sealed class GlossaryTests
{
    [Theory]
    [InlineData("matrícula", "enrolment")]
    [InlineData("bancada", "bench")]
    [InlineData("ensalamento", "room allocation")]
    [InlineData("Estações rádio base", "base station")]
    [InlineData("enlace de subida", "uplink")]
    [InlineData("ramais", "extension")]
    [InlineData("vigilância", "security guards")]
    [InlineData("salões", "hall")]
    [InlineData("superusuário", "superuser")]
    [InlineData("ligar", "start")]
    [InlineData("dar partida", "boot")]
    public void Terms_of_the_house_are_found_in_any_form_and_both_ways(string portuguese, string english)
    {
        var (pt, en) = (Stems(portuguese, Lang.Pt), Stems(english, Lang.En));
        Assert.Contains(Glossary.Default.Find(pt, Lang.Pt)!, t => t.SequenceEqual(en));
        Assert.Contains(Glossary.Default.Find(en, Lang.En)!, t => t.SequenceEqual(pt));
    }

    [Fact]
    public void At_least_300_terms_of_telecommunications_and_campus_ship_and_each_has_stems()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src", "Gemeo.Linguistics", "Lexicons", "glossary.tsv")).Where(l => l.Length > 0 && l[0] != '#').ToArray();
        Assert.InRange(lines.Select(l => l.Split('\t')[0]).Distinct().Count(), 300, 10_000);
        Assert.All(lines, line => Assert.All(line.Split('\t'), (term, i) => Assert.NotEmpty(Stems(term, i == 0 ? Lang.Pt : Lang.En))));
        Assert.Equal(lines.Length, lines.Distinct().Count());
    }

    [Fact]
    public void What_ships_has_thousands_of_everyday_pairs_none_twice_each_with_stems_and_weighs_little()
    {
        var folder = Path.Combine(Repository.Root, "src", "Gemeo.Linguistics", "Lexicons");
        string[] files = [Path.Combine(folder, "glossary.tsv"), Path.Combine(folder, "everyday.tsv")];
        var lines = files.SelectMany(File.ReadLines).Where(l => l.Length > 0 && l[0] != '#').ToArray();
        Assert.InRange(lines.Select(l => l.Split('\t')[0]).Distinct().Count(), 5000, 50_000);
        Assert.Empty(lines.GroupBy(l => l).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.DoesNotContain(lines, l => Stems(l.Split('\t')[0], Lang.Pt).Length == 0 || Stems(l.Split('\t')[1], Lang.En).Length == 0);
        Assert.InRange(files.Append(Path.Combine(folder, "lexicon.gz")).Sum(f => new FileInfo(f).Length), 1, 3 << 20);
    }

    [Theory]
    [InlineData("bancada")]
    [InlineData("bancada\t")]
    [InlineData("bancada\tbench\tbanc")]
    public void A_faulty_line_is_told_with_its_number(string line)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Glossary.Read(new StringReader("# ok\n\nsala\troom\n" + line)));
        Assert.Contains("line 4", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lab_adds_terms_of_its_own()
    {
        var glossary = Glossary.DefaultWith(new StringReader("sala do gêmeo\ttwin room\n"));
        Assert.NotNull(glossary.Find(Stems("sala do gêmeo", Lang.Pt), Lang.Pt));
        Assert.Equal(Glossary.Default.Count + 1, glossary.Count);
    }

    static string[] Stems(string text, Lang language) => [.. Terms.Of(text, language).Where(t => !t.Joined).Select(t => t.Stem)];
}
