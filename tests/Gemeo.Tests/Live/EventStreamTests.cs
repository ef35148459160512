using System.Text.Json.Nodes;
using Gemeo.Tests.Support;
using Xunit;

namespace Gemeo.Tests.Live;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_stream_begins_with_a_snapshot_goes_on_with_entries_and_resumes_by_Last_Event_ID()
    {
        await using var server = await Feed.Server();
        var feed = new Feed(server);
        await feed.Write(5);
        string last;
        using (var stream = await Sse.Open(server, "/events"))
        {
            var snapshot = await stream.Next();
            Assert.Equal(($"{feed.LogId}:5", "snapshot"), (snapshot.Id, snapshot.Event));
            Assert.Equal("snapshot", JsonNode.Parse(snapshot.Data)!["type"]!.GetValue<string>());
            await feed.Write(5);
            var entry = await stream.Next();
            Assert.Equal(($"{feed.LogId}:6", "", 6), (entry.Id, entry.Event, Seen.Place(entry.Data)));
            last = (await stream.Next()).Id;
        }
        using var again = await Sse.Open(server, "/events", last);
        for (var n = 8; n <= 10; n++) Assert.Equal(n, Seen.Place((await again.Next()).Data));
    }

    [Fact]
    public async Task An_unknown_Last_Event_ID_gets_a_fresh_snapshot_that_says_why_and_an_unknown_cursor_410()
    {
        await using var server = await Feed.Server();
        using var stream = await Sse.Open(server, "/events", "another:7");
        Assert.Equal("cursor-gone", JsonNode.Parse((await stream.Next()).Data)!["reason"]!.GetValue<string>());
        Assert.Equal(410, (await server.Send(HttpMethod.Get, "/events?cursor=another:7")).Status);
    }

    [Fact]
    public async Task Filters_and_heartbeats_are_those_of_the_socket()
    {
        await using var server = await Feed.Server("--Gemeo:Live:Heartbeat=0.2");
        var feed = new Feed(server);
        using var stream = await Sse.Open(server, "/events?thing=load-2");
        await stream.Next();
        await feed.Write("load-1", "1");
        await feed.Write("load-2", "2");
        await feed.Write("load-1", "3");
        var seen = new List<Sse.Message>();
        while (await stream.Next() is var message && !(message.Event == "heartbeat" && message.Id == $"{feed.LogId}:3"))
            if (message.Event.Length == 0) seen.Add(message);
        Assert.Equal(["2"], seen.Select(m => JsonNode.Parse(m.Data)!["value"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("/things/load-2/properties/distance/events", 200)]
    [InlineData("/things/load-2/properties/nothing/events", 404)]
    [InlineData("/things/nobody/events/rang", 404)]
    public async Task Who_asks_HEAD_hears_whether_there_is_something_to_observe(string path, int status)
    {
        await using var server = await Feed.Server();
        Assert.Equal(status, (await server.Send(HttpMethod.Head, path)).Status);
    }

    [Fact]
    public async Task A_stream_that_falls_behind_is_told_its_last_cursor_and_closed_and_goes_on_from_it()
    {
        await using var server = await Feed.Server("--Gemeo:Live:MaxLag=1000", "--Gemeo:Live:SendTimeout=60");
        var feed = new Feed(server);
        using var slow = await Sse.Open(server, "/events");
        await slow.Next();
        await feed.Write(100_000);
        var seen = 0;
        Sse.Message message;
        while ((message = await slow.Next()).Event.Length == 0) seen++;
        Assert.Equal(("closed", $"{feed.LogId}:{seen}"), (message.Event, message.Id));
        Assert.Equal("too-slow", JsonNode.Parse(message.Data)!["reason"]!.GetValue<string>());
        await Assert.ThrowsAnyAsync<IOException>(slow.Next);
        using var again = await Sse.Open(server, "/events", message.Id);
        Assert.Equal(seen + 1, Seen.Place((await again.Next()).Data));
    }

    [Fact]
    public async Task One_property_is_observed_as_bare_values()
    {
        await using var server = await Feed.Server();
        var feed = new Feed(server);
        using var stream = await Sse.Open(server, "/things/load-2/properties/distance/events");
        await feed.Write("load-1", "1");
        await feed.Write("load-2", "2.5");
        Assert.Equal("2.5", (await stream.Next()).Data);
        Assert.Equal(404, (await server.Send(HttpMethod.Get, "/things/load-2/properties/none/events")).Status);
        Assert.Equal(404, (await server.Send(HttpMethod.Get, "/things/nobody/properties/distance/events")).Status);
    }
}

/// <summary>A reader of Server-Sent Events.</summary>
sealed class Sse(HttpResponseMessage answer, StreamReader reader) : IDisposable
{
    public sealed record Message(string Id, string Event, string Data);

    public static async Task<Sse> Open(TestServer server, string path, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        var answer = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new(answer, new(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next message; comments are passed over.</summary>
    public async Task<Message> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var message = new Message("", "", "");
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length == 0 && message.Data.Length > 0) return message;
            if (line.StartsWith("id: ", StringComparison.Ordinal)) message = message with { Id = line[4..] };
            if (line.StartsWith("event: ", StringComparison.Ordinal)) message = message with { Event = line[7..] };
            if (line.StartsWith("data: ", StringComparison.Ordinal)) message = message with { Data = line[6..] };
        }
        throw new EndOfStreamException();
    }

    public void Dispose()
    {
        reader.Dispose();
        answer.Dispose();
    }
}
