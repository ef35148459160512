using Gemeo.Client;
using Gemeo.Hosting;
using Gemeo.Tests.Docs;
using Gemeo.Tests.Http;
using Newtonsoft.Json.Linq;

namespace Gemeo.Tests.Client;

/// <summary>Every refusal of docs/errors.md: read as its own exception, and those that can be provoked through the library, provoked.</summary>
public sealed class RefusalTests
{
    static readonly HashSet<string> _noAnswer = ["no-answer", "restarted"], _notSent = ["offline", "not-sent"];

    static Type Expected(int status, string code) => (status, code) switch
    {
        (401 or 403, _) => typeof(NotAllowedException),
        (404, _) => typeof(NotThereException),
        (410, _) => typeof(GoneException),
        (422, _) => typeof(BadValueException),
        (429, _) => typeof(TooManyException),
        (503, _) when _notSent.Contains(code) => typeof(NotSentException),
        (504, _) when _noAnswer.Contains(code) => typeof(NoAnswerException),
        _ => typeof(RefusedException),
    };

    [Fact]
    public void Every_code_of_the_page_is_read_from_a_problem_document_and_from_a_socket()
    {
        var rows = Pages.Rows("docs/errors.md").Where(r => r.Length == 5 && int.TryParse(r[0], out _)).ToArray();
        Assert.InRange(rows.Length, 35, 100);
        foreach (var row in rows)
        {
            var (status, code) = (int.Parse(row[0]), row[1].Trim('`'));
            foreach (var erro in row[3..])
            {
                var problem = new JObject { ["type"] = "urn:gemeo:problem:" + code, ["title"] = row[4], ["status"] = status, ["erro"] = erro, ["detail"] = "why", ["command"] = new JObject { ["id"] = "c1", ["state"] = "failed" } };
                var said = new JObject { ["type"] = "error", ["id"] = "1", ["status"] = status, ["code"] = code, ["erro"] = erro, ["detail"] = "why", ["command"] = new JObject { ["id"] = "c1", ["state"] = "failed" } };
                foreach (var document in (JObject[])[problem, said])
                {
                    var refused = RefusedException.Of(Refusal.Read(status, document.ToString()));
                    Assert.Equal((Expected(status, code), status, code, erro, erro, "why", "c1"),
                        (refused.GetType(), refused.Refusal.Status, refused.Code, refused.Refusal.Erro, refused.Message, refused.Refusal.Detail, refused.Refusal.Command!.Id));
                }
            }
        }
    }

    [Theory]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(500, "")]
    [InlineData(404, null)]
    [InlineData(503, "[1]")]
    [InlineData(503, "{\"type\":7,\"erro\":[],\"command\":\"c1\"}")]
    [InlineData(504, "{\"command\":{}}")]
    public void What_is_no_problem_document_is_refused_by_its_status(int status, string? body)
    {
        var refused = RefusedException.Of(Refusal.Read(status, body));
        Assert.Equal((status, $"{status}", $"HTTP {status}"), (refused.Refusal.Status, refused.Code, refused.Message));
        Assert.Null(refused.Refusal.Detail);
        Assert.Null(refused.Refusal.Command);
    }

    [Theory]
    [InlineData("bad-json", 400, "PUT", "things/lamp/properties/ligada", "{\"a\":1,\"a\":2}")]
    [InlineData("bad-query", 400, "GET", "log?limit=0", null)]
    [InlineData("bad-input", 400, "POST", "chat", "{\"message\":\"\"}")]
    [InlineData("not-found", 404, "GET", "nowhere", null)]
    [InlineData("not-found", 404, "POST", "lab/voar", null)]
    [InlineData("no-thing", 404, "GET", "things/nobody", null)]
    [InlineData("no-affordance", 404, "POST", "things/lamp/actions/voar", null)]
    [InlineData("no-command", 404, "GET", "commands/none", null)]
    [InlineData("no-conversation", 404, "GET", "conversations/none", null)]
    [InlineData("no-document", 404, "GET", "documents/none", null)]
    [InlineData("no-value", 404, "GET", "things/lamp/properties/ligada", null)]
    [InlineData("wrong-method", 405, "DELETE", "log", null)]
    [InlineData("read-only", 405, "PUT", "things/porta/properties/trancada", "true")]
    [InlineData("from-file", 409, "DELETE", "things/lamp", null)]
    [InlineData("cursor-gone", 410, "GET", "log?after=abcdef:1", null)]
    [InlineData("bad-thing", 422, "PUT", "things/new", "{\"id\":\"new\"}")]
    [InlineData("bad-value", 422, "PUT", "things/lamp/properties/ligada", "\"maybe\"")]
    [InlineData("no-answer", 504, "POST", "lab/ligar_luz?timeout=0.2", null)]
    public async Task What_the_server_refuses_is_thrown_with_code_sentence_and_detail(string code, int status, string method, string path, string? body)
    {
        await using var server = await TestServer.Start();
        var fault = Fault(code);
        foreach (var (language, erro) in ((string, string)[])[("pt", fault.Pt), ("en", fault.En)])
        {
            using var client = Rig.Of(server, o => o.Language = language);
            // The client's own JSON cannot name a member twice, as the one refused here does.
            var refused = await Assert.ThrowsAnyAsync<RefusedException>(() => client.Lab.Api.Send(method, path, body is null ? null : new JRaw(body)));
            Assert.Equal((Expected(status, code), status, code, erro), (refused.GetType(), refused.Refusal.Status, refused.Code, refused.Message));
            Assert.Equal(refused.Refusal.Document.Text("detail"), refused.Refusal.Detail);
        }
    }

    static Fault Fault(string code) => typeof(Fault).GetFields().Select(f => f.GetValue(null)).OfType<Fault>().Single(f => f.Code == code);

    [Fact]
    public async Task The_others_that_need_a_crowd_a_past_or_much_are_thrown_too()
    {
        await using var server = await TestServer.Start(args: ["--Gemeo:RequestsPerSecond=40", "--Gemeo:Live:MaxClients=1"]);
        using var client = Rig.Of(server);
        await Is<RefusedException>("too-large", () => client.Lab.Api.Send("PUT", "things/new", new JValue(new string('x', 2 << 20))));
        await client.Lab.Api.Send("PUT", "things/new", JToken.Parse(DirectoryTests.Sensor("new").ToJsonString()));
        await Is<RefusedException>("exists", () => client.Lab.Api.Send("POST", "things", JToken.Parse(DirectoryTests.Sensor("new").ToJsonString())));
        await Is<BadValueException>("bad-value", () => client.Lab.Things["lamp"]["ligada"].Write("talvez"));
        await Is<NotThereException>("no-thing", () => client.Lab.Labs.Thing("nobody"));
        await Is<RefusedException>("bad-input", () => client.Lab.Assistant.Talk().Say(""));
        await Is<NotThereException>("no-conversation", () => client.Lab.Assistant.Talk("none").Say("oi"));
        await using var socket = await server.Live();
        await Is<RefusedException>("busy", () => client.Lab.Api.Get("events"));
        // A socket is not told why, but that nobody was let in is known, and it is tried again.
        client.Lab.Start();
        await client.Is(LinkState.Waiting);
        Assert.Contains("503", client.Lab.Status.Why!, StringComparison.Ordinal);
        client.Lab.Stop();
        var refusals = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ => await Record.ExceptionAsync(() => client.Lab.Labs.Get())));
        Assert.Equal("too-many", Assert.IsType<TooManyException>(refusals.First(r => r is not null)).Code);
    }

    [Theory]
    [InlineData("foreign-host", "Host", "evil.example")]
    [InlineData("foreign-origin", "Origin", "http://evil.example")]
    [InlineData("no-key", "X-Forwarded-For", "192.0.2.7")]
    public async Task Who_may_not_is_a_NotAllowedException(string code, string header, string value)
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Key=a-key-of-enough-length");
        using var http = new HttpClient { DefaultRequestHeaders = { { header, value } } };
        using var lab = new GemeoClient(ServerAddress.Parse(server.Url.ToString()), DotNet.Platform(http));
        await Is<NotAllowedException>(code, () => lab.Orders.Shortcut("/lab/ligar_luz"));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_said_so_and_nothing_was_done()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        using var client = Rig.Of(rig.Server);
        await using (await LockedLog.Of(rig.Server))
            await Is<RefusedException>("log-unavailable", () => client.Lab.Orders.Invoke("lamp", "ligar"));
        Assert.Empty(rig.Orders);
    }

    static async Task Is<T>(string code, Func<Task> what) where T : RefusedException
    {
        var refused = await Assert.ThrowsAsync<T>(what);
        Assert.Equal((code, Fault(code).Status, Fault(code).Pt), (refused.Code, refused.Refusal.Status, refused.Message));
    }
}
