using System.Globalization;
using System.Text.Json.Nodes;
using Gemeo.Tests.Devices.Credentials;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Access;

/// <summary>What is open by somebody who may no more is closed within five seconds of the moment in which they may no more, and says why.</summary>
public sealed class RevocationTests
{
    static readonly TimeSpan _limit = Open.Limit;
    static readonly (string, string) _elsewhere = ("X-Forwarded-For", "192.0.2.7");
    const string Word = "uma senha bem longa", Other = "outra senha bem longa";

    [Fact]
    public async Task A_revoked_key_closes_all_that_is_open_by_it_within_five_seconds_and_nobody_else_s()
    {
        await using var server = await AccessLab.Start();
        var (key, other) = (await server.AddKey("viewer"), await server.AddKey("viewer"));
        await using var open = await Open.As(server, key.Header);
        await using var theirs = await Open.As(server, other.Header);
        // It knows nothing of keys, as a long answer or a file does not.
        using var documents = await Open.Stream(server, "/documents/events", key.Header);
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, "/access/keys/" + key.Id)).Status);
        await Task.WhenAll(open.Closed("revoked", _limit), Assert.ThrowsAnyAsync<IOException>(() => documents.ReadToEndAsync()).WaitAsync(_limit));
        Assert.True(theirs.IsOpen);
    }

    [Fact]
    public async Task A_token_and_a_key_that_expire_close_all_that_is_open_by_them_within_five_seconds_and_what_came_by_a_ticket_too()
    {
        await using var tokens = await TokenServer.Start();
        await using var server = await AccessLab.Start($"--Gemeo:Oidc:Issuer={tokens.Issuer}", $"--Gemeo:Oidc:Audience={TokenServer.Audience}");
        // Its keys are fetched with the first token; the one that is about to expire must not wait for them.
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things", null, ("Authorization", "Bearer " + tokens.Token()))).Status);
        var shown = ("Authorization", "Bearer " + tokens.Token(minutes: 5 / 60.0));
        var me = (await server.Send(HttpMethod.Get, "/access/me", null, shown)).Body!;
        var expires = DateTimeOffset.Parse((string)me["expires"]!, CultureInfo.InvariantCulture);
        var ticket = (string?)(await server.Post("/access/tickets", null, shown)).Body!["ticket"];
        await using var byTicket = await server.Live("?ticket=" + ticket);
        await using var open = await Open.As(server, shown);
        await using var byKey = await Open.As(server, (await server.AddKey("viewer", expires: expires)).Header);
        Assert.True(open.IsOpen && byKey.IsOpen && DateTimeOffset.UtcNow < expires, "the token held until all was open");
        var left = expires - DateTimeOffset.UtcNow + _limit;
        await Task.WhenAll(open.Closed("expired", left), byKey.Closed("expired", left), Open.Ends(byTicket, "expired").WaitAsync(left));
        Assert.True(DateTimeOffset.UtcNow >= expires, "it held for as long as it was good");
        Assert.Equal(401, (await server.Send(HttpMethod.Get, "/things", null, shown, _elsewhere)).Status);
    }

    [Theory]
    [InlineData("signed-out")]
    [InlineData("changed")]
    [InlineData("revoked")]
    public async Task An_account_s_session_that_ends_closes_all_that_is_open_by_it_within_five_seconds(string why)
    {
        await using var server = await AccessLab.Start();
        var id = (string?)(await server.Post("/access/accounts", new { name = "bia", password = Word, role = "viewer" })).Body!["id"];
        var cookie = ("Cookie", await SignIn(server));
        var origin = ("Origin", $"http://127.0.0.1:{server.Url.Port}");
        await using var open = await Open.As(server, cookie, origin, _elsewhere);
        var ended = why switch
        {
            "signed-out" => await server.Send(HttpMethod.Delete, "/access/session", null, cookie, origin, _elsewhere),
            "changed" => await server.Send(HttpMethod.Put, "/access/accounts/" + id, new { role = "operator" }),
            _ => await server.Send(HttpMethod.Delete, "/access/accounts/" + id),
        };
        Assert.Equal(204, ended.Status);
        await open.Closed(why, _limit);
    }

    [Fact]
    public async Task A_new_password_closes_what_is_open_by_the_account_s_other_sessions_within_five_seconds()
    {
        await using var server = await AccessLab.Start();
        await server.Post("/access/accounts", new { name = "bia", password = Word, role = "viewer" });
        (string, string) here = ("Cookie", await SignIn(server)), there = ("Cookie", await SignIn(server)), origin = ("Origin", $"http://127.0.0.1:{server.Url.Port}");
        await using var mine = await Open.As(server, here, origin, _elsewhere);
        await using var open = await Open.As(server, there, origin, _elsewhere);
        Assert.Equal(204, (await server.Send(HttpMethod.Put, "/access/me/password", new { old = Word, @new = Other }, here, origin, _elsewhere)).Status);
        await open.Closed("changed", _limit);
        Assert.True(mine.IsOpen);
    }

    static async Task<string> SignIn(TestServer server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/access/session") { Content = System.Net.Http.Json.JsonContent.Create(new { name = "bia", password = Word }) };
        using var answer = await server.Http.SendAsync(request);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    [Fact]
    public async Task One_who_takes_nothing_and_answers_nothing_is_cut_within_five_seconds_too()
    {
        await using var server = await AccessLab.Start();
        var key = await server.AddKey("viewer");
        using var raw = new System.Net.Sockets.TcpClient("127.0.0.1", server.Url.Port);
        await raw.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: {key.Text}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        await Wait.Until(() => raw.Available > 0, "the socket to open");
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, "/access/keys/" + key.Id)).Status);
        // It reads on only to see the end, and never says that it has read.
        await ReadToEnd(raw).WaitAsync(_limit);
    }

    static async Task ReadToEnd(System.Net.Sockets.TcpClient raw)
    {
        try { while (await raw.GetStream().ReadAsync(new byte[4096]) > 0) { } }
        catch (IOException) { /* cut */ }
    }

    [Fact]
    public async Task A_device_that_is_revoked_is_out_of_the_embedded_broker_within_five_seconds_and_nobody_else_is()
    {
        await using var server = await AccessLab.Start();
        await using var device = await Connect(server.MqttPort, await Credential(server, "plug", AccessLab.Own));
        await using var other = await Connect(server.MqttPort, await Credential(server, "lamp", AccessLab.Foreign));
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, "/devices/credentials/plug")).Status);
        await Wait.Until(() => !device.Client.IsConnected, "the connection to end").WaitAsync(_limit);
        Assert.True(other.Client.IsConnected);
    }

    [Fact]
    public async Task A_device_that_is_revoked_is_out_of_Mosquitto_within_five_seconds_and_nobody_else_is()
    {
        await using var rig = await FencedMosquitto.Start();
        await using var device = await rig.Connect(await rig.Add("plug", "lamp"));
        await using var other = await rig.Connect(await rig.Add("probe", "sensor"));
        Assert.Equal(204, (await rig.Server.Send(HttpMethod.Delete, "/devices/credentials/plug")).Status);
        await Wait.Until(() => !device.Client.IsConnected, "the connection to end").WaitAsync(_limit);
        Assert.True(other.Client.IsConnected);
    }

    static async Task<JsonNode> Credential(TestServer server, string user, string thing)
    {
        var (status, card) = await server.Post("/devices/credentials", new { user, things = new[] { thing } });
        Assert.Equal(201, status);
        return card!;
    }

    static Task<Device> Connect(int port, JsonNode card) => Device.Connect(port, (string)card["clientId"]!, user: (string)card["user"]!, password: (string)card["password"]!);
}
