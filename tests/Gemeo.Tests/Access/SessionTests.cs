using System.Text.Json.Nodes;
using Gemeo.Access.Accounts;
using Gemeo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Access;

public sealed class SessionTests
{
    const string Word = "uma senha bem longa", Other = "outra senha bem longa";
    static readonly (string, string) _elsewhere = ("X-Forwarded-For", "192.0.2.7");

    /// <summary>A browser elsewhere: keeps its cookie, names the page it is on.</summary>
    sealed class Browser(TestServer server)
    {
        public string? Cookie { get; private set; }
        public string SetCookie { get; private set; } = "";
        public string? Origin { get; set; } = $"http://127.0.0.1:{server.Url.Port}";

        public async Task<(int Status, JsonNode? Body)> Send(HttpMethod method, string path, object? body = null, params (string, string)[] more)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
            foreach (var (name, value) in ((string, string)[])[_elsewhere, .. more]) request.Headers.TryAddWithoutValidation(name, value);
            if (Cookie is not null) request.Headers.TryAddWithoutValidation("Cookie", Cookie);
            if (Origin is not null) request.Headers.TryAddWithoutValidation("Origin", Origin);
            using var answer = await server.Http.SendAsync(request);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set)) Cookie = (SetCookie = set.Single()).Split(';')[0];
            var text = await answer.Content.ReadAsStringAsync();
            return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
        }

        public Task<(int Status, JsonNode? Body)> SignIn(string name = "ana", string password = Word, params (string, string)[] more) => Send(HttpMethod.Post, "/access/session", new { name, password }, more);
    }

    [Fact]
    public async Task The_first_start_makes_one_administrator_from_this_machine_or_with_the_printed_code_and_never_again()
    {
        await using var server = await AccessLab.Start();
        var browser = new Browser(server);
        var code = server.Services.GetRequiredService<SetupCode>().Make();
        Assert.Equal("{\"possible\":true,\"code\":true}", (await browser.Send(HttpMethod.Get, "/access/setup")).Body!.ToJsonString());
        Assert.Equal(403, (await browser.Send(HttpMethod.Post, "/access/setup", new { name = "eva", password = Word })).Status);
        Assert.Equal(403, (await browser.Send(HttpMethod.Post, "/access/setup", new { name = "eva", password = Word, code = "wrong" })).Status);
        Assert.Equal(422, (await browser.Send(HttpMethod.Post, "/access/setup", new { name = "ana", password = "short", code })).Status);
        var (status, me) = await browser.Send(HttpMethod.Post, "/access/setup", new { name = "ana", password = Word, code });
        Assert.Equal((201, "admin"), (status, (string?)me!["role"]));
        Assert.Equal(200, (await browser.Send(HttpMethod.Get, "/access/keys")).Status);
        // Not even this machine, which needs no account.
        Assert.Equal(403, (await server.Post("/access/setup", new { name = "eva", password = Word })).Status);
        Assert.Equal("{\"possible\":false,\"code\":false}", (await server.Get("/access/setup"))!.ToJsonString());
    }

    [Fact]
    public async Task A_session_opens_with_a_cookie_that_scripts_and_other_pages_cannot_use_until_it_is_signed_out()
    {
        await using var server = await AccessLab.Start();
        await server.Post("/access/setup", new { name = "ana", password = Word });
        var browser = new Browser(server);
        Assert.Equal(401, (await browser.Send(HttpMethod.Get, "/things")).Status);
        Assert.Equal(200, (await browser.SignIn()).Status);
        Assert.Contains("httponly", browser.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", browser.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", browser.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("ana", (string?)(await browser.Send(HttpMethod.Get, "/access/me")).Body!["name"]);
        // Another page of the same machine may call, but the browser's cookie does not count for it.
        foreach (var foreign in (string?[])["http://127.0.0.1:1", null])
        {
            var page = browser.Origin;
            browser.Origin = foreign;
            Assert.Equal(403, (await browser.Send(HttpMethod.Post, "/things/luz-a/actions/ligar?wait=false")).Status);
            browser.Origin = page;
        }
        Assert.Equal(202, (await browser.Send(HttpMethod.Post, "/things/luz-a/actions/ligar?wait=false")).Status);
        Assert.Equal("http:ana", (string?)(await server.Get("/things/luz-a/commands"))!["items"]![0]!["by"]);
        await using var socket = await LiveClient.Connect(new Uri($"ws://127.0.0.1:{server.Url.Port}/ws"), ("Cookie", browser.Cookie!), ("Origin", browser.Origin!), _elsewhere);
        await socket.Snapshot();
        Assert.Equal(204, (await browser.Send(HttpMethod.Delete, "/access/session")).Status);
        while (await socket.Text() is not null) { }
        Assert.Equal("signed-out", socket.Socket.CloseStatusDescription);
        Assert.Equal(401, (await browser.Send(HttpMethod.Get, "/things")).Status);
        var secure = new Browser(server);
        await secure.SignIn("ana", Word, ("X-Forwarded-Proto", "https"));
        Assert.Contains("secure", secure.SetCookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sessions_outlive_a_restart_and_a_new_password_ends_the_others()
    {
        var data = Folder.New("data");
        string cookie;
        await using (var server = await TestServer.Start(AccessLab.Json, data))
        {
            await server.Post("/access/setup", new { name = "ana", password = Word });
            var browser = new Browser(server);
            await browser.SignIn();
            cookie = browser.Cookie!;
        }
        await using var again = await TestServer.Start(AccessLab.Json, data);
        var (first, second) = (("Cookie", cookie), new Browser(again));
        Assert.Equal(200, (await again.Send(HttpMethod.Get, "/things", null, _elsewhere, first)).Status);
        await second.SignIn();
        Assert.Equal(401, (await second.Send(HttpMethod.Put, "/access/me/password", new { old = Other, @new = Other })).Status);
        Assert.Equal(422, (await second.Send(HttpMethod.Put, "/access/me/password", new { old = Word, @new = "short" })).Status);
        Assert.Equal(204, (await second.Send(HttpMethod.Put, "/access/me/password", new { old = Word, @new = Other })).Status);
        Assert.Equal(200, (await second.Send(HttpMethod.Get, "/things")).Status);
        Assert.Equal(401, (await again.Send(HttpMethod.Get, "/things", null, _elsewhere, first)).Status);
        Assert.Equal(401, (await new Browser(again).SignIn()).Status);
        TestServer.Wipe(data);
    }

    [Fact]
    public async Task Accounts_are_made_changed_and_deleted_and_the_last_administrator_stays()
    {
        await using var server = await AccessLab.Start();
        await server.Post("/access/setup", new { name = "ana", password = Word });
        var (status, made) = await server.Post("/access/accounts", new { name = "bia", password = Other, role = "operator", rooms = (string[])["a"] });
        Assert.Equal(201, status);
        Assert.Equal(409, (await server.Post("/access/accounts", new { name = "bia", password = Other, role = "viewer" })).Status);
        var bia = new Browser(server);
        await bia.SignIn("bia", Other);
        Assert.Equal(404, (await bia.Send(HttpMethod.Get, "/things/luz-b")).Status);
        Assert.Equal(204, (await server.Send(HttpMethod.Put, "/access/accounts/" + (string?)made!["id"], new { role = "viewer" })).Status);
        Assert.Equal(401, (await bia.Send(HttpMethod.Get, "/things/luz-a")).Status);
        var all = (await server.Get("/access/accounts"))!["items"]!.AsArray();
        Assert.DoesNotContain("pbkdf2", all.ToJsonString(), StringComparison.Ordinal);
        var ana = (string?)all.Single(a => (string?)a!["name"] == "ana")!["id"];
        Assert.Equal(409, (await server.Send(HttpMethod.Delete, "/access/accounts/" + ana)).Status);
        Assert.Equal(409, (await server.Send(HttpMethod.Put, "/access/accounts/" + ana, new { role = "viewer" })).Status);
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, "/access/accounts/" + (string?)made["id"])).Status);
        Assert.Equal(404, (await server.Send(HttpMethod.Delete, "/access/accounts/" + (string?)made["id"])).Status);
        var told = (await server.Get("/log?kind=security"))!["items"]!.AsArray().Select(e => (string?)e!["name"]).ToArray();
        Assert.Equal(["account-added", "account-added", "account-changed", "account-removed", "refused", "signed-in"], told.Order());
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_refused_like_a_wrong_password_and_both_only_so_often()
    {
        await using var server = await AccessLab.Start();
        await server.Post("/access/setup", new { name = "ana", password = Word });
        var browser = new Browser(server);
        var (known, unknown) = (await browser.SignIn("ana", Other), await browser.SignIn("ninguém", Other));
        Assert.Equal(401, known.Status);
        // There where somebody listens to traces, as another test may.
        foreach (var body in (JsonNode?[])[known.Body, unknown.Body]) body!.AsObject().Remove("traceId");
        Assert.Equal(known.Body!.ToJsonString(), unknown.Body!.ToJsonString());
        var told = (await Wait.For(async () => (await server.Get("/log?kind=security&name=sign-in-failed"))!["items"]!.AsArray() is { Count: > 0 } items ? items : null, "the audit")).Single();
        Assert.Equal(1, (int)told!["value"]!["count"]!);
    }

    [Fact]
    public void Attempts_are_limited_by_name_and_by_address_and_again_allowed_later()
    {
        var clock = new FakeTimeProvider();
        var attempts = new Attempts(clock);
        for (var i = 0; i < Attempts.MostOfName; i++) Assert.True(attempts.Begin("Ana", "a" + i));
        Assert.False(attempts.Begin("ana", "b"));
        for (var i = 0; i < Attempts.MostOfAddress; i++) Assert.True(attempts.Begin("n" + i, "c"));
        Assert.False(attempts.Begin("another", "c"));
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.True(attempts.Begin("ana", "c"));
        for (var i = 0; i < Attempts.MostOfName - 1; i++) attempts.Begin("ana", "d");
        attempts.Succeeded("ana", "d");
        Assert.True(attempts.Begin("ana", "d"));
    }

    [Fact]
    public void Making_up_names_does_not_make_the_limit_forget()
    {
        var attempts = new Attempts(new FakeTimeProvider());
        for (var i = 0; i < 20_000; i++) attempts.Begin("n" + i, "a");
        Assert.False(attempts.Begin("ana", "a"));
        for (var i = 0; i < 20_000; i++) attempts.Begin("n" + i, "b" + i);
        Assert.False(attempts.Begin("ana", "a"));
    }

    [Fact]
    public async Task A_password_is_known_again_and_no_other_is()
    {
        var kept = await Password.HashAsync(Word, default);
        Assert.True(await Password.IsAsync(kept, Word, default));
        Assert.False(await Password.IsAsync(kept, Word + " ", default));
        Assert.False(await Password.IsAsync(null, Word, default));
        Assert.NotEqual(kept, await Password.HashAsync(Word, default));
    }
}
