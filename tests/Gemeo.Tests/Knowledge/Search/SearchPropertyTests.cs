using CsCheck;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Tests.Linguistics;

namespace Gemeo.Tests.Knowledge.Search;

public sealed class SearchPropertyTests
{
    static readonly string[] _words =
    [
        "antena", "antenas", "antenna", "rede", "network", "bancada", "bench", "TP-Link", "5G", "n78", "reserva", "booking", "energia", "energy", "de", "the", "prédio", "building", "(RU)", "sensor", "ligar", ".", "!",
    ];

    static readonly Gen<string> _text = Gen.OneOf(Gen.OneOf(_words).Array[1, 25].Select(w => string.Join(' ', w)), Gen.OneOf(_words).Array[1, 25].Select(w => string.Join(' ', w)), Texts.Any);

    static readonly Gen<Passage[]> _passages = Gen.Select(Gen.OneOf(Lang.Pt, Lang.En), _text).Array[1, 15]
        .Select(all => all.Select((p, i) => new Passage(i, p.Item1, p.Item2)).ToArray());

    static readonly Gen<string> _question = Gen.OneOf(_words).Array[1, 6].Select(w => string.Join(' ', w));

    [Fact]
    public void No_text_is_too_strange_to_be_filed_and_asked_for() => Gen.Select(_passages, Texts.Any).Sample((passages, question) =>
    {
        using var index = new SearchIndex();
        index.Add(passages);
        Assert.All(index.Search(question, trace: true), Sound);
    }, iter: 2_000);

    [Fact]
    public void The_parts_of_a_trace_add_up_to_the_score_and_scores_are_shares() => Gen.Select(_passages, _question).Sample((passages, question) =>
    {
        using var index = new SearchIndex();
        index.Add(passages);
        Assert.All(index.Search(question, Lang.Pt, trace: true), Sound);
        Assert.All(index.Search(question, Lang.En, trace: true), Sound);
    }, iter: 2_000);

    [Fact]
    public void Adding_and_removing_is_as_if_nothing_had_been_added() => Gen.Select(_passages, _passages, _question).Sample((kept, gone, question) =>
    {
        using var never = new SearchIndex();
        never.Add(kept);
        using var index = new SearchIndex();
        var there = gone.Select(p => p with { Id = p.Id + 1000 }).ToArray();
        index.Add(there[..(there.Length / 2)]);
        index.Add(kept);
        index.Add(there[(there.Length / 2)..]);
        index.Remove(there.Select(p => p.Id));
        Assert.Equal(never.Count, index.Count);
        Alike(never.Search(question, limit: 100), index.Search(question, limit: 100));
    }, iter: 2_000);

    [Fact]
    public void The_order_in_which_passages_came_changes_nothing() => Gen.Select(_passages, Gen.Int, _question).Sample((passages, seed, question) =>
    {
        using var index = new SearchIndex();
        index.Add(passages);
        using var other = new SearchIndex();
        var shuffled = (Passage[])passages.Clone();
        new Random(seed).Shuffle(shuffled);
        foreach (var passage in shuffled) other.Add(passage.Id, passage.Language, passage.Text);
        Alike(index.Search(question, limit: 100), other.Search(question, limit: 100));
    }, iter: 2_000);

    [Fact]
    public void Clearing_away_what_was_removed_changes_nothing_and_frees_it()
    {
        using var index = new SearchIndex();
        index.Add(Enumerable.Range(0, 100).Select(i => new Passage(i, Lang.Pt, $"antena {i % 9} da rede {i}")));
        var before = index.Search("antena 7 da rede", limit: 100);
        for (var round = 0; round < 30; round++)
        {
            index.Add(Enumerable.Range(1000, 100).Select(i => new Passage(i, Lang.Pt, $"antena passageira {i} da rede {round}")));
            index.Remove(Enumerable.Range(1000, 100));
        }
        Alike(before, index.Search("antena 7 da rede", limit: 100));
    }

    [Fact]
    public async Task Readers_and_a_writer_do_not_trip_over_each_other()
    {
        using var index = new SearchIndex();
        index.Add(Enumerable.Range(0, 200).Select(i => new Passage(i, (Lang)(i % 2), i % 2 == 0 ? $"antena fixa {i} no prédio" : $"fixed antenna {i} in the building")));
        using var done = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var round = 0; round < 60; round++)
            {
                index.Add(Enumerable.Range(1000, 50).Select(i => new Passage(i, (Lang)(i % 2), $"sensor {round} {i}")));
                index.Remove(Enumerable.Range(1000, 50));
            }
            done.Cancel();
        });
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var asked = 0;
            for (; asked < 20 || !done.IsCancellationRequested; asked++) Assert.Equal(10, index.Search("antena no prédio").Count);
            return asked;
        })).ToArray();
        await writer;
        Assert.All(await Task.WhenAll(readers), asked => Assert.True(asked >= 20));
        Assert.Equal(200, index.Count);
    }

    static void Sound(SearchHit hit)
    {
        Assert.InRange(hit.Score, double.Epsilon, 1);
        Assert.Equal(hit.Score, hit.Trace!.Sum, 1e-9);
        Assert.All(hit.Trace.Words, word => Assert.True(word.Contribution >= 0));
    }

    static void Alike(IReadOnlyList<SearchHit> expected, IReadOnlyList<SearchHit> actual)
    {
        Assert.Equal(expected.Select(h => (h.Id, h.Language)), actual.Select(h => (h.Id, h.Language)));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-9));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Alike.Order(), pair.Second.Alike.Order()));
    }
}
