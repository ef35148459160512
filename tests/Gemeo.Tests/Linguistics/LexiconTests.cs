using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;
using Gemeo.Linguistics.Lexicons.Training;
using Gemeo.Linguistics.Stemming;

namespace Gemeo.Tests.Linguistics;

public sealed class LexiconTests
{
    static readonly SentencePair[] _tiny =
    [
        new("the house", "a casa"), new("the green house", "a casa verde"), new("the green door", "a porta verde"), new("the door of the house", "a porta da casa"),
        new("the book", "o livro"), new("the green book", "o livro verde"), new("the book and the house", "o livro e a casa"), new("a red book", "um livro vermelho"),
    ];

    static Lexicon Tiny(Action<TrainingStep>? progress = null) => LexiconTrainer.Train(_tiny, TrainingOptions.Default with { Rounds = 20 }, progress, default);

    [Theory]
    [InlineData("casa", "house")]
    [InlineData("verde", "green")]
    [InlineData("porta", "door")]
    [InlineData("livro", "book")]
    public void Eight_sentences_teach_four_words_both_ways(string portuguese, string english)
    {
        var (lexicon, pt, en) = (Tiny(), Stem.Of(Folding.Fold(portuguese), Lang.Pt), Stem.Of(english, Lang.En));
        var (there, back) = (lexicon.Translations(pt, Lang.Pt)[0], lexicon.Translations(en, Lang.En)[0]);
        Assert.Equal((en, pt), (there.Stem, back.Stem));
        Assert.InRange(there.Probability, .8, 1);
        Assert.InRange(back.Probability, .8, 1);
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes_and_they_read_back_as_what_was_trained()
    {
        var (first, second) = (Bytes(Tiny()), Bytes(Tiny()));
        Assert.Equal(first, second);
        var read = LexiconFile.Read(new MemoryStream(first));
        Assert.Equal(Tiny().Translations("verd", Lang.Pt), read.Translations("verd", Lang.Pt));
        Assert.Equal(Tiny().Mutual("green", Lang.En), read.Mutual("green", Lang.En));
        Assert.Equal((Tiny().Seen("cas", Lang.Pt), 4), (read.Seen("cas", Lang.Pt), read.Seen("cas", Lang.Pt)));
    }

    [Fact]
    public void Progress_goes_forward_through_all_phases_and_cancelling_ends_it()
    {
        var steps = new List<TrainingStep>();
        Tiny(steps.Add);
        Assert.Equal(Enum.GetValues<TrainingPhase>(), steps.Select(s => s.Phase).Distinct());
        Assert.All(steps.GroupBy(s => s.Phase), phase => Assert.Equal(phase.Select(s => s.Done).Order(), phase.Select(s => s.Done)));
        Assert.Throws<OperationCanceledException>(() => LexiconTrainer.Train(_tiny, TrainingOptions.Default, null, new CancellationToken(true)));
    }

    [Fact]
    public void A_damaged_or_foreign_file_is_said_to_be_one()
    {
        var bytes = Bytes(Tiny());
        foreach (var wrong in (byte[][])[[], [1, 2, 3], bytes[..(bytes.Length / 2)], [.. bytes[..40], .. bytes[60..]]])
            Assert.Throws<InvalidDataException>(() => LexiconFile.Read(new MemoryStream(wrong)));
    }

    [Theory]
    [InlineData("rede", "network")]
    [InlineData("servidor", "server")]
    [InlineData("arquivo", "file")]
    [InlineData("usuário", "user")]
    [InlineData("temperatura", "temperature")]
    [InlineData("sensor", "sensor")]
    public void What_ships_knows_the_words_of_the_trade(string portuguese, string english)
    {
        Assert.Equal(Stem.Of(english, Lang.En), Lexicon.Default.Mutual(Stem.Of(Folding.Fold(portuguese), Lang.Pt), Lang.Pt)[0].Stem);
        Assert.Equal(Stem.Of(Folding.Fold(portuguese), Lang.Pt), Lexicon.Default.Mutual(Stem.Of(english, Lang.En), Lang.En)[0].Stem);
    }

    [Fact]
    public void What_ships_is_small_and_credits_its_sources()
    {
        var folder = Path.Combine(Repository.Root, "src", "Gemeo.Linguistics", "Lexicons");
        var lexicon = File.ReadAllBytes(Path.Combine(folder, "lexicon.gz"));
        Assert.InRange(lexicon.Length, 100_000, 3_000_000);
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "lexicon.json")));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(lexicon)), manifest.RootElement.GetProperty("sha256").GetString());
        Assert.All(manifest.RootElement.GetProperty("sources").EnumerateArray(), source =>
        {
            Assert.NotEqual("", source.GetProperty("licence").GetString());
            Assert.True(source.GetProperty("pairs").GetInt32() > 1000);
        });
    }

    static byte[] Bytes(Lexicon lexicon)
    {
        var stream = new MemoryStream();
        LexiconFile.Write(lexicon, stream);
        return stream.ToArray();
    }
}
