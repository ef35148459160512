using Gemeo.Devices.Broker;

namespace Gemeo.Tests.Devices.Broker;

/// <summary>What a session may keep while its client is away.</summary>
public sealed class KeptSessionTests
{
    static KeptMessage Message(int bytes) => new("t", new byte[bytes], 1);

    [Fact]
    public void When_all_together_keep_too_much_a_session_keeps_its_newest_however_large_that_is()
    {
        var session = new KeptSession([]);
        foreach (var id in (string[])["a", "b", "c"]) Assert.Empty(session.Add(id, Message(10)));
        Assert.Equal(30, session.Bytes);
        Assert.Equal(["a", "b"], session.Add("d", Message(10), 25));
        Assert.Equal(["c", "d"], session.Add("e", Message(100), 25));
        Assert.Equal((100, "e"), (session.Bytes, session.Waiting().Single().Id));
    }

    [Fact]
    public void The_oldest_of_more_than_a_thousand_messages_gives_way()
    {
        var session = new KeptSession([]);
        for (var n = 0; n < 1000; n++) Assert.Empty(session.Add($"{n}", Message(1)));
        Assert.Equal(["0"], session.Add("more", Message(1)));
        Assert.Equal((1000, 1000), (session.Bytes, session.Waiting().Length));
    }
}
