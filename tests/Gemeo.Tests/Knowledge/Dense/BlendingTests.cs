using Gemeo.Knowledge.Dense;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;

namespace Gemeo.Tests.Knowledge.Dense;

public sealed class BlendingTests
{
    static SearchHit Hit(int id, double score, params int[] alike) => new(id, Lang.En, score, alike, null);

    [Fact]
    public void The_best_score_stays_what_the_words_make_it_so_that_thresholds_stay_too()
    {
        var blended = Blending.Of([Hit(1, .5), Hit(2, .4)], new([(2, .9), (3, .8), (1, .3)], .3), .3, 10, trace: true);
        Assert.Equal([2, 1, 3], blended.Select(h => h.Id));
        Assert.Equal(.5, blended[0].Score, 1e-9);
        Assert.All(blended, h => Assert.Equal(h.Score, h.Blend!.Scale * (((h.Blend.Words?.Share * h.Blend.Words?.Weight) ?? 0) + ((h.Blend.Meaning?.Share * h.Blend.Meaning?.Weight) ?? 0)), 1e-9));
    }

    [Fact]
    public void Meaning_alone_scores_no_more_than_its_weight()
    {
        var only = Assert.Single(Blending.Of([], new([(7, .99)], .2), .3, 10, trace: false));
        Assert.Equal(7, only.Id);
        Assert.InRange(only.Score, .28, .3);
        Assert.Null(only.Blend);
    }

    [Fact]
    public void What_repeats_a_passage_is_not_found_beside_it()
    {
        var blended = Blending.Of([Hit(1, .5, 2)], new([(2, .9), (1, .9)], .3), .3, 10, trace: false);
        Assert.Equal([2], Assert.Single(blended).Alike);
    }

    [Fact]
    public void A_passage_without_a_vector_yet_keeps_its_place()
    {
        var blended = Blending.Of([Hit(1, .5), Hit(2, .45), Hit(3, .1)], new([(2, .6), (3, .5)], .3), .3, 10, trace: true);
        Assert.Equal([1, 2, 3], blended.Select(h => h.Id));
        Assert.Null(blended[0].Blend!.Meaning);
    }

    [Fact]
    public void Nothing_found_is_nothing() => Assert.Empty(Blending.Of([], new([], 0), .3, 10, trace: true));

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(1.0, 2)]
    public void A_weight_of_nought_is_words_alone_and_of_one_meaning_alone(double weight, int first) =>
        Assert.Equal(first, Blending.Of([Hit(1, .5), Hit(2, .1)], new([(2, .9), (1, .4)], .3), weight, 10, trace: false)[0].Id);
}
