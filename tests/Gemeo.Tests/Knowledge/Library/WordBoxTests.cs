using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Reading;

namespace Gemeo.Tests.Knowledge.Library;

public sealed class WordBoxTests
{
    [Fact]
    public void Boxes_come_back_to_a_tenth_of_a_point()
    {
        WordBox[] words = [new(0, 5, 1, new(72.04f, 100.26f, 30.5f, 11)), new(6, 7, 1, new(105, 100.2f, 41.18f, 11)), new(70_000, 3, 900, new(-3, 841.9f, 3000, 0))];
        var back = WordBoxes.Unpack(WordBoxes.Pack([.. words]));
        Assert.Equal(words.Select(w => (w.Start, w.Length, w.Line)), back.Select(w => (w.Start, w.Length, w.Line)));
        foreach (var (was, now) in words.Zip(back)) Assert.All([was.Box.Left - now.Box.Left, was.Box.Top - now.Box.Top, was.Box.Width - now.Box.Width, was.Box.Height - now.Box.Height], d => Assert.InRange(d, -.1f, .1f));
    }
}
