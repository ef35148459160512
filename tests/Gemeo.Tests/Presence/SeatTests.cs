using System.Text;
using Gemeo.Presence;

namespace Gemeo.Tests.Presence;

/// <summary>A connection that takes slowly: nothing is queued for it.</summary>
public sealed class SeatTests
{
    readonly List<string> _written = [];
    TaskCompletionSource _door = new();
    long _tick = 10;

    Inside Room => new("lab", _tick, "p1", "t", false, 30, []);

    Seat Begin()
    {
        var seat = new Seat("pt", frames =>
        {
            _written.Add(Encoding.UTF8.GetString(frames.Span));
            return new(_door.Task);
        });
        seat.Begin(Room, () => Task.FromResult<Inside?>(Room));
        return seat;
    }

    static News News(long tick) => new("lab", tick, Encoding.UTF8.GetBytes($"news {tick}"), []);

    void Open()
    {
        var door = _door;
        _door = new();
        door.SetResult();
    }

    [Fact]
    public void What_comes_during_a_write_is_left_out_and_the_whole_room_comes_instead()
    {
        var seat = Begin();
        for (_tick = 11; _tick < 500; _tick++) seat.Tell(News(_tick));
        Assert.Single(_written);
        Open();
        Assert.Equal(2, _written.Count);
        Assert.Contains("\"type\":\"room\"", _written[1], StringComparison.Ordinal);
        Open();
        seat.Tell(News(_tick + 1));
        Assert.Equal($"news {_tick + 1}", _written[2]);
    }

    [Fact]
    public void News_follow_one_another_each_once_and_older_ones_are_known()
    {
        var seat = Begin();
        Open();
        seat.Tell(News(9));
        seat.Tell(News(10));
        seat.Tell(News(11));
        Open();
        seat.Tell(News(11));
        seat.Tell(News(12));
        Assert.Equal(["news 11", "news 12"], _written.Skip(1));
    }

    [Fact]
    public void Who_missed_news_is_given_the_whole_room()
    {
        var seat = Begin();
        Open();
        _tick = 13;
        seat.Tell(News(13));
        Assert.Contains("\"type\":\"room\"", _written[^1], StringComparison.Ordinal);
    }
}
