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
