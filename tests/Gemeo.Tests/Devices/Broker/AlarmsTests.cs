using Gemeo.Devices.Broker;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Devices.Broker;

public sealed class AlarmsTests
{
    readonly FakeTimeProvider _clock = new();
    readonly List<string> _rung = [];

    Func<Task> Ring(string what) => () => { _rung.Add(what); return Task.CompletedTask; };

    [Fact]
    public void An_alarm_rings_once_at_its_time_and_never_when_it_was_called_off_or_set_anew()
    {
        using var alarms = new Alarms(_clock);
        alarms.Set("a", TimeSpan.FromSeconds(3), Ring("a"));
        alarms.Set("b", TimeSpan.FromSeconds(3), Ring("b"));
        alarms.Set("c", TimeSpan.FromSeconds(1), Ring("c, first"));
        alarms.Set("c", TimeSpan.FromSeconds(5), Ring("c"));
        Assert.NotNull(alarms.CallOff("b"));
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Empty(_rung);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["a", "c"], _rung);
        Assert.Null(alarms.CallOff("a"));
    }

    [Fact]
    public void It_may_be_a_hundred_years_away()
    {
        using var alarms = new Alarms(_clock);
        alarms.Set("a", TimeSpan.FromSeconds(uint.MaxValue - 1), Ring("a"));
        for (var i = 0; i < 1242; i++) _clock.Advance(TimeSpan.FromDays(40));
        Assert.Empty(_rung);
        _clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(["a"], _rung);
    }
}
