using Gemeo.Tests.Support;
using Npgsql;

namespace Gemeo.Tests.Access;

/// <summary>What is changed about keys, accounts and devices in a PostgreSQL by somebody else than the server that has them in memory.</summary>
public sealed class AccessNewsTests
{
    const string Word = "uma senha bem longa";
    static readonly (string, string) _elsewhere = ("X-Forwarded-For", "192.0.2.7");

    /// <summary>The log is one server's; another comes to it when the first one's lines to the database break, as they do when a network fails, and the first is still there.</summary>
    static async Task<TestServer> TakeOver(string schema, string from, string by)
    {
        var starting = Task.Run(() => AccessLab.Start(Settings(schema, by)));
        await Wait.For(async () => await Cut(schema, from) && starting.IsCompleted ? "" : null, "the second server");
        return await starting;
    }

    static string Settings(string schema, string name) => $"--Gemeo:Database={schema};Application Name={name}";

    static async Task<bool> Cut(string schema, string name)
    {
        await Do(schema, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1", name);
        return true;
    }

    static async Task Do(string schema, string sql, params object[] values)
    {
        await using var db = new NpgsqlConnection(schema + ";Pooling=false");
        await db.OpenAsync();
        await using var command = new NpgsqlCommand(sql, db);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_server_hears_within_five_seconds_of_keys_accounts_and_devices_that_another_ends_and_makes()
    {
        var (schema, one, two) = (Postgres.Shared.Schema(), "one-" + Guid.NewGuid().ToString("n"), "two-" + Guid.NewGuid().ToString("n"));
        await using (var first = await AccessLab.Start(Settings(schema, one)))
        {
            var (key, kept) = (await first.AddKey("viewer"), await first.AddKey("viewer"));
            var account = (string?)(await first.Post("/access/accounts", new { name = "bia", password = Word, role = "viewer" })).Body!["id"];
            (string, string)[] session = [("Cookie", await SignIn(first, "bia")), ("Origin", $"http://127.0.0.1:{first.Url.Port}"), _elsewhere];
            await using var plug = await Device(first, first, "plug", AccessLab.Own);
            await using var lamp = await Device(first, first, "lamp", AccessLab.Foreign);
            await using var byKey = await Open.As(first, key.Header);
            await using var byKept = await Open.As(first, kept.Header);
            await using var bySession = await Open.As(first, session);

            await using var second = await TakeOver(schema, one, two);
            Assert.Equal(204, (await second.Send(HttpMethod.Delete, "/access/keys/" + key.Id)).Status);
            Assert.Equal(204, (await second.Send(HttpMethod.Delete, "/access/accounts/" + account)).Status);
            Assert.Equal(204, (await second.Send(HttpMethod.Delete, "/devices/credentials/plug")).Status);
            await Task.WhenAll(byKey.Closed("revoked", Open.Limit), bySession.Closed("revoked", Open.Limit), Wait.Until(() => !plug.Client.IsConnected, "the device to go").WaitAsync(Open.Limit));
            Assert.Equal(401, (await first.Send(HttpMethod.Get, "/things", null, session)).Status);
            Assert.True(byKept.IsOpen && lamp.Client.IsConnected, "who was not meant stays");

            var fresh = await second.AddKey("viewer");
            await second.Post("/access/accounts", new { name = "eva", password = Word, role = "viewer" });
            await Task.WhenAll(Opens(first, fresh.Header), Opens(first, ("Cookie", await SignIn(second, "eva")))).WaitAsync(Open.Limit);
            await using var probe = await Device(second, first, "probe", AccessLab.Own).WaitAsync(Open.Limit);
        }
        Postgres.Drop(schema);
    }

    static Task Opens(TestServer server, (string, string) shown) =>
        Wait.For(async () => (await server.Send(HttpMethod.Get, "/things", null, shown, _elsewhere)).Status == 200 ? "" : null, "what the other made to open");

    /// <summary>One server makes the credential, the device comes in at another.</summary>
    static async Task<Device> Device(TestServer by, TestServer at, string user, string thing)
    {
        var (status, card) = await by.Post("/devices/credentials", new { user, things = new[] { thing } });
        Assert.Equal(201, status);
        return await Wait.For(async () =>
        {
            try { return await Support.Device.Connect(at.MqttPort, user, user: user, password: (string)card!["password"]!); }
            catch (Exception) { return null; }
        }, "the device to be let in");
    }

    static async Task<string> SignIn(TestServer server, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/access/session") { Content = System.Net.Http.Json.JsonContent.Create(new { name, password = Word }) };
        using var answer = await server.Http.SendAsync(request);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    [Fact]
    public async Task A_database_that_went_away_and_came_back_is_listened_to_again_and_what_was_missed_is_taken_up()
    {
        await using var postgres = await Postgres.Start("-c fsync=off");
        var schema = postgres.Schema();
        await using var server = await AccessLab.Start("--Gemeo:Database=" + schema);
        var (missed, later) = (await server.AddKey("viewer"), await server.AddKey("viewer"));
        await using var first = await Open.As(server, missed.Header);
        await using var second = await Open.As(server, later.Header);
        await postgres.Stop();
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/things", null, missed.Header)).Status);
        await postgres.Run();
        // By hand, and as soon as anybody can.
        await Revoke(schema, missed);
        await first.Closed("revoked", Open.Limit);
        await Revoke(schema, later);
        await second.Closed("revoked", Open.Limit);
        Assert.Equal(403, (await server.Send(HttpMethod.Get, "/things", null, later.Header)).Status);
    }

    static Task Revoke(string schema, Key key) => Do(schema, """update access_keys set "Revoked" = 1 where "Id" = $1""", key.Id);
}
