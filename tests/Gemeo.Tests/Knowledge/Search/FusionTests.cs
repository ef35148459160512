using Gemeo.Knowledge.Search;

namespace Gemeo.Tests.Knowledge.Search;

public sealed class FusionTests
{
    [Fact]
    public void Lists_of_any_scale_are_added_as_shares_of_their_best()
    {
        var words = new RankedList([(1, .8), (2, .4)], .7);
        var vectors = new RankedList([(2, .9), (3, .85), (1, .6)], .3, Floor: .7);
        var fused = Fusion.Convex([words, vectors], 10);
        Assert.Equal([1, 2, 3], fused.Select(f => f.Id));
        Assert.Equal(.7, fused[0].Score, 1e-9);
        Assert.Equal((.7 * .5) + .3, fused[1].Score, 1e-9);
        Assert.Equal(.3 * .75, fused[2].Score, 1e-9);
    }

    [Fact]
    public void A_list_that_says_nothing_changes_no_order()
    {
        var words = new RankedList([(5, .2), (4, .1)], 1);
        Assert.Equal([5, 4], Fusion.Convex([words, new RankedList([], 3), new RankedList([(4, .5)], 3, Floor: .5)], 10).Select(f => f.Id));
        Assert.Single(Fusion.Convex([words], 1));
        Assert.Empty(Fusion.Convex([], 5));
    }
}
