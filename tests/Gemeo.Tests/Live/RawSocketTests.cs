using System.Text;
using Gemeo.Live;
using Gemeo.Log;
using Gemeo.Tests.Support;
using Xunit;

namespace Gemeo.Tests.Live;

/// <summary>What the seed's Unity client saw: bare payload text.</summary>
public sealed class RawSocketTests
{
    [Fact]
    public async Task The_bare_text_of_each_accepted_message_comes_once()
    {
        await using var server = await TestServer.Start();
        await using var all = await server.Live("?raw=%23");
        await using var parking = await server.Live("?raw=parking/sensor");
        await using var device = await server.Device();
        await device.Say("parking/sensor", "1,Occupied");
        await device.Say("parking/sensor", "2,Spoofed Message");
        await device.Say("sensor/distance", "12.50");
        await device.Say("parking/sensor", "2,Available");
        Assert.Equal(["1,Occupied", "2,Available"], await parking.Texts(2));
        Assert.Equal(["1,Occupied", "12.50", "2,Available"], await all.Texts(3));
    }

    [Fact]
    public async Task A_message_that_fed_several_things_comes_once_even_when_their_entries_lie_apart()
    {
        await using var server = await Feed.Server();
        var feed = new Feed(server);
        await using var client = await server.Live("?raw=a/%2B");
        await Wait.For(async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");
        RawMessage one = Message("a/b", "one"), two = Message("a/b", "two"), same = Message("a/b", "two"), other = Message("b/b", "no");
        foreach (var thing in (string[])["load-1", "load-2"])
            foreach (var raw in (RawMessage[])[one, two, other]) await feed.Write(thing, "1", raw: raw);
        await feed.Write("load-3", "1", EntryKind.Security, "rejected", Message("a/b", "refused"));
        await feed.Write("load-3", "1", raw: same);
        Assert.Equal(["one", "two", "two"], await client.Texts(3));

        static RawMessage Message(string topic, string text) => new(topic, Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public async Task A_raw_client_that_falls_behind_what_is_in_memory_is_told_and_closed()
    {
        await using var server = await Feed.Server("--Gemeo:Live:SendTimeout=60");
        var feed = new Feed(server);
        await using var client = await server.Live("?raw=big");
        var big = new RawMessage("big", new byte[1 << 20].Select(_ => (byte)'x').ToArray());
        for (var i = 0; i < 40; i++) await feed.Write("load-1", "1", raw: big with { });
        await feed.Write(150_000);
        var (_, code, reason, _) = await client.ToTheEnd();
        Assert.Equal(LiveSocket.TooSlow, (int?)code);
        Assert.StartsWith(feed.LogId + ":", reason!, StringComparison.Ordinal);
    }
}
