using System.Net.WebSockets;
using CsCheck;
using Gemeo.Live;
using Gemeo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gemeo.Tests.Live;

/// <summary>A client may be hostile; nobody else notices.</summary>
public sealed class RubbishTests
{
    [Fact]
    public async Task A_message_of_1_MB_is_refused_with_1009_and_nobody_else_notices()
    {
        await using var server = await Feed.Server();
        var feed = new Feed(server);
        await using var steady = await server.Live();
        await steady.Snapshot();
        await using var greedy = await server.Live();
        await greedy.Socket.SendAsync(new byte[1 << 20], WebSocketMessageType.Text, true, CancellationToken.None);
        var (_, code, _, _) = await greedy.ToTheEnd();
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, code);
        await feed.Write(10);
        Assert.Equal(10, (await steady.Until(() => 10)).Count);
    }

    [Fact]
    public async Task Clients_that_send_rubbish_are_let_go_and_nobody_else_notices()
    {
        await using var server = await Feed.Server();
        var feed = new Feed(server);
        await using var steady = await server.Live();
        await steady.Snapshot();
        await Gen.Byte.Array[1, 300].SampleAsync(async bytes =>
        {
            using var rude = await RawTcp.Connect(server.Url.Port);
            await rude.Send(bytes);
        }, iter: 50, threads: 2);
        using (var unmasked = await RawTcp.Connect(server.Url.Port))
        {
            await unmasked.Send((byte[])[0x81, 2, .. "hi and more"u8]);
            await unmasked.Ended();
        }
        var live = server.Services.GetRequiredService<LiveApi>();
        await Wait.Until(() => live.Clients == 1, "the rude ones to be let go");
        await feed.Write(10);
        Assert.Equal(10, (await steady.Until(() => 10)).Count);
    }

    [Fact]
    public async Task Random_text_over_the_socket_is_answered_with_an_error_each_time()
    {
        await using var server = await Feed.Server();
        await using var client = await server.Live();
        await client.Snapshot();
        await Gen.OneOf(Gen.String, Gen.String.Select(s => $$"""{"type":"invoke","thing":"{{s}}","action":"x","id":"{{s}}"}""")).SampleAsync(async text =>
        {
            await client.Socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
            return (await client.Next())["type"]!.GetValue<string>() == "error";
        }, iter: 200, threads: 1);
    }

    [Fact]
    public async Task One_client_too_many_is_told_so_and_a_place_is_free_again_when_one_leaves()
    {
        await using var server = await Feed.Server("--Gemeo:Live:MaxClients=2");
        await using var first = await server.Live();
        var second = await server.Live();
        await Assert.ThrowsAsync<WebSocketException>(() => server.Live());
        Assert.Equal(503, (await server.Send(HttpMethod.Get, "/events")).Status);
        await second.DisposeAsync();
        await Wait.Until(() => server.Services.GetRequiredService<LiveApi>().Clients == 1, "the place");
        await using var third = await server.Live();
        await third.Snapshot();
    }
}
