using CsCheck;
using Gemeo.Knowledge.Library;

namespace Gemeo.Tests.Knowledge.Library;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Relatório final (2026).pdf", "Relatório final (2026).pdf")]
    [InlineData("C:\\temp\\a.pdf", "a.pdf")]
    [InlineData("a/../../b.md", "b.md")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("evil\u202Efdp.txt", "evilfdp.txt")]
    [InlineData("a\0b\n.txt", "ab.txt")]
    [InlineData("", "document")]
    [InlineData("///", "document")]
    public void A_name_keeps_what_people_read_and_loses_what_machines_obey(string given, string safe) => Assert.Equal(safe, FileNames.Safe(given));

    [Fact]
    public void Whatever_comes_no_name_leads_anywhere_or_is_markup() => Gen.String.Sample(given =>
    {
        var name = FileNames.Safe(given);
        Assert.InRange(name.Length, 1, 150);
        Assert.Equal(name, Path.GetFileName(name));
        Assert.DoesNotContain(name, c => char.IsControl(c) || "<>\"'&/\\".Contains(c, StringComparison.Ordinal));
        Assert.Equal(name, FileNames.Safe(name));
    });

    [Fact]
    public void A_long_name_keeps_its_ending() => Assert.EndsWith(".pdf", FileNames.Safe(new string('x', 1000) + ".pdf"), StringComparison.Ordinal);
}
