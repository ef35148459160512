using System.Net.WebSockets;
using Gemeo.Access.Keys;
using Gemeo.Access.Rights;
using Gemeo.Tests.Cli;
using Gemeo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gemeo.Tests.Access;

public sealed class KeyTests
{
    static readonly (string, string) _elsewhere = ("X-Forwarded-For", "192.0.2.7");

    [Fact]
    public async Task A_key_opens_from_elsewhere_until_it_is_revoked_and_is_there_after_a_restart()
    {
        var data = Folder.New("data");
        string id, text;
        await using (var server = await TestServer.Start(AccessLab.Json, data))
        {
            (id, text) = await server.AddKey("viewer");
            Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things", null, _elsewhere, ("Authorization", "Bearer " + text))).Status);
            Assert.Equal(403, (await server.Send(HttpMethod.Get, "/things", null, _elsewhere, ("Authorization", "Bearer " + text + "x"))).Status);
            Assert.Equal(401, (await server.Send(HttpMethod.Get, "/things", null, _elsewhere)).Status);
        }
        await using var again = await TestServer.Start(AccessLab.Json, data);
        Assert.Equal(200, (await again.Send(HttpMethod.Get, "/things", null, _elsewhere, ("X-Api-Key", text))).Status);
        Assert.Equal(204, (await again.Send(HttpMethod.Delete, "/access/keys/" + id)).Status);
        var (status, refused) = await again.Send(HttpMethod.Get, "/things", null, _elsewhere, ("X-Api-Key", text));
        Assert.Equal((403, "urn:gemeo:problem:bad-key", "revoked"), (status, (string?)refused!["type"], (string?)refused["detail"]));
        var listed = (await again.Get("/access/keys"))!["items"]![0]!;
        Assert.Equal(("viewer", "revoked", (string?)null), ((string?)listed["role"], (string?)listed["ended"], (string?)listed["key"]));
        TestServer.Wipe(data);
    }

    [Theory]
    [InlineData("""{"role":"viewer"}""", "name")]
    [InlineData("""{"name":"x","role":"king"}""", "role")]
    [InlineData("""{"name":"x","role":"admin","rooms":["a"]}""", "role")]
    [InlineData("""{"name":"x","role":"viewer","rooms":"a"}""", "rooms")]
    [InlineData("""{"name":"x","role":"viewer","things":["a\nroom:b"]}""", "things")]
    [InlineData("""{"name":"x","role":"viewer","expires":"2020-01-01T00:00:00Z"}""", "expires")]
    public async Task A_key_that_cannot_be_is_refused_and_says_why(string body, string what)
    {
        await using var server = await AccessLab.Start();
        var (status, problem) = await server.Post("/access/keys", System.Text.Json.Nodes.JsonNode.Parse(body));
        Assert.Equal((422, "urn:gemeo:problem:bad-access"), (status, (string?)problem!["type"]));
        Assert.StartsWith(what, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_opens_a_socket_once_as_who_asked_for_it()
    {
        await using var server = await AccessLab.Start();
        await server.Report();
        var key = await server.AddKey("viewer", ["a"]);
        var (_, given) = await server.Post("/access/tickets", null, key.Header);
        await using (var socket = await server.Live("?ticket=" + (string?)given!["ticket"]))
            Assert.Equal([AccessLab.Own], (await socket.Snapshot())["things"]!.AsObject().Select(t => t.Key));
        await Assert.ThrowsAsync<WebSocketException>(() => server.Live("?ticket=" + (string?)given["ticket"]));
        await Assert.ThrowsAsync<WebSocketException>(() => server.Live("?ticket=made-up"));
    }

    [Fact]
    public async Task Keys_never_stand_in_logs_at_the_most_detailed_level_nor_in_refusals_nor_in_the_lab()
    {
        using var logs = new Lines();
        await using var server = await AccessLab.Start("--Gemeo:Key=a-key-of-enough-length", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace");
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        var key = await server.AddKey("viewer");
        var secret = KeyText.Read(key.Text)!.Value.Secret;
        await using (var socket = await server.Live("?key=" + key.Text)) await socket.Snapshot();
        (int, System.Text.Json.Nodes.JsonNode? Body)[] refusals =
        [
            await server.Send(HttpMethod.Get, "/devices?key=" + key.Text),
            await server.Send(HttpMethod.Get, "/things/nobody?key=" + key.Text),
            await server.Send(HttpMethod.Get, "/things?limit=x&key=" + key.Text),
            await server.Send(HttpMethod.Get, "/things?key=" + key.Text + "x"),
            await server.Send(HttpMethod.Get, "/things", null, ("Authorization", "Bearer " + key.Text + "x")),
        ];
        Assert.All(refusals, r => Assert.DoesNotContain(secret, r.Body!.ToJsonString(), StringComparison.Ordinal));
        Assert.DoesNotContain(secret, (await server.Get("/access/keys"))!.ToJsonString(), StringComparison.Ordinal);
        Assert.All(await server.Log(), e => Assert.DoesNotContain(secret, e.ToJsonString(), StringComparison.Ordinal));
        Assert.Contains(logs.All, l => l.Contains("/ws", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.All, l => l.Contains(secret, StringComparison.Ordinal) || l.Contains("a-key-of-enough-length", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_line_makes_lists_and_revokes_keys()
    {
        await using var server = await AccessLab.Start();
        var made = await Shell.Run(server.Url, "key", "add", "Painel", "--role", "operator", "--room", "a", "--expires", "30d");
        Assert.Equal(0, made.Exit);
        var key = KeyText.Read(made.Out.Trim())!.Value;
        var listed = await Shell.Run(server.Url, "key", "list");
        Assert.Contains("Painel", listed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Secret, listed.Out, StringComparison.Ordinal);
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things", null, ("X-Api-Key", key.ToString()))).Status);
        Assert.Equal(0, (await Shell.Run(server.Url, "key", "revoke", key.Id)).Exit);
        Assert.Equal(403, (await server.Send(HttpMethod.Get, "/things", null, ("X-Api-Key", key.ToString()))).Status);
        Assert.Equal(3, (await Shell.Run(server.Url, "key", "revoke", "nobody")).Exit);
    }

    [Fact]
    public void A_stored_scope_reads_as_it_was_and_a_line_of_a_later_version_opens_nothing()
    {
        var scope = Scope.Of(["a", "b"], ["urn:x:1"]);
        var read = Scope.Read(scope.Stored());
        Assert.True(read.Reaches("urn:x:1", null) && read.Reaches("y", "b") && !read.Reaches("y", "c") && !read.Reaches("y", null));
        Assert.True(Scope.Read("").Reaches("anything", null));
        Assert.False(Scope.Read("building:1").Reaches("anything", "a"));
    }
}

/// <summary>All that is logged.</summary>
sealed class Lines : ILoggerProvider, ILogger
{
    readonly List<string> _lines = [];

    public string[] All { get { lock (_lines) return [.. _lines]; } }

    public ILogger CreateLogger(string categoryName) => this;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines) _lines.Add($"{formatter(state, exception)} {exception}");
    }

    public void Dispose() { }
}
