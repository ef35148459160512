using System.Text.Json.Nodes;
using Gemeo.Cli;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;
using Gemeo.Tests.Cli;

namespace Gemeo.Tests.Linguistics;

public sealed class TrainCommandTests
{
    [Fact]
    public async Task Training_writes_a_lexicon_and_a_manifest_that_says_from_what()
    {
        var folder = Folder.New("lexicon");
        var (pairs, output) = (Path.Combine(folder, "pairs.tsv"), Path.Combine(folder, "mine.gz"));
        await File.WriteAllTextAsync(pairs, string.Concat(Enumerable.Repeat("the house\ta casa\nthe green house\ta casa verde\nno tab here\n", 5)));
        var said = await Shell.Run(null, "--json", "lexicon", "train", pairs, "--out", output, "--licence", "pairs.tsv=CC0-1.0", "--source", "pairs.tsv=ours");
        Assert.Equal((Exit.Ok, ""), (said.Exit, said.Error));
        await using (var stream = File.OpenRead(output)) Assert.Equal("hous", LexiconFile.Read(stream).Translations("cas", Lang.Pt)[0].Stem);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "mine.json")))!;
        var source = manifest["sources"]![0]!;
        Assert.Equal(("pairs.tsv", "CC0-1.0", "ours", 10, 5), (source["file"]!.GetValue<string>(), source["licence"]!.GetValue<string>(), source["source"]!.GetValue<string>(), source["pairs"]!.GetValue<int>(), source["skipped"]!.GetValue<int>()));
        Assert.Equal(64, manifest["sha256"]!.GetValue<string>().Length);
        Folder.Remove(folder);
    }

    [Fact]
    public async Task A_source_without_licence_is_pointed_out_and_a_missing_file_is_a_fault()
    {
        var folder = Folder.New("lexicon");
        await File.WriteAllTextAsync(Path.Combine(folder, "p.tsv"), "the house\ta casa\n");
        var said = await Shell.Run(null, "--lang", "en", "lexicon", "train", Path.Combine(folder, "p.tsv"), "--out", Path.Combine(folder, "x.gz"));
        Assert.Equal(Exit.Ok, said.Exit);
        Assert.Contains("no licence stated", said.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Fault, (await Shell.Run(null, "lexicon", "train", Path.Combine(folder, "none.tsv"), "--out", Path.Combine(folder, "y.gz"))).Exit);
        Assert.Equal(Exit.Fault, (await Shell.Run(null, "lexicon", "train", Path.Combine(folder, "p.tsv"))).Exit);
        Folder.Remove(folder);
    }
}
