using Gemeo.Devices.Broker;

namespace Gemeo.Tests.Devices;

/// <summary>What waits for one client of the embedded broker is bounded, and takes nothing from the others.</summary>
public sealed class BacklogTests
{
    [Theory]
    [InlineData(0, 0, 0, true, true)]
    [InlineData(Backlogs.MostHere - 1, 1000, 1000, true, true)]
    [InlineData(Backlogs.MostHere, 1000, 1000, true, false)]
    [InlineData(Backlogs.MostAway - 1, 1000, 1000, false, true)]
    [InlineData(Backlogs.MostAway, 1000, 1000, false, false)]
    [InlineData(5, Backlogs.MostBytes, Backlogs.MostBytes, true, false)]
    [InlineData(5, Backlogs.Little, Backlogs.MostOfAll, true, false)]
    [InlineData(5, Backlogs.Little - 1, Backlogs.MostOfAll + 1, true, true)]
    public void Who_has_little_waiting_is_never_refused_for_what_the_others_have(int messages, long bytes, long all, bool here, bool expected) =>
        Assert.Equal(expected, Backlogs.HasRoom((messages, bytes), all, here));
}
