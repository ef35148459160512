using Gemeo.Devices.Broker;

namespace Gemeo.Tests.Devices;

/// <summary>What waits for one client of the embedded broker is bounded, and takes nothing from the others.</summary>
public sealed class BacklogTests
{
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(Backlogs.MostBytes - 1, Backlogs.MostBytes, true)]
    [InlineData(Backlogs.MostBytes, Backlogs.MostBytes, false)]
    [InlineData(Backlogs.Little, Backlogs.MostOfAll, false)]
    [InlineData(Backlogs.Little - 1, Backlogs.MostOfAll + 1, true)]
    public void Who_has_little_waiting_is_never_refused_for_what_the_others_have(long bytes, long all, bool expected) =>
        Assert.Equal(expected, Backlogs.HasRoom(bytes, all));
}
