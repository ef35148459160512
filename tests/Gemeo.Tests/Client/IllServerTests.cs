using System.Net.Http.Headers;
using System.Text;
using Gemeo.Client;
using Gemeo.Hosting;
using Gemeo.Knowledge.Library;
using Gemeo.Tests.Knowledge;
using Gemeo.Tests.Live;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace Gemeo.Tests.Client;

/// <summary>The refusals of docs/errors.md that want a server, a body or a disk that is not well.</summary>
public sealed class IllServerTests
{
    [Fact]
    public async Task A_body_that_is_not_said_to_be_JSON_is_told()
    {
        await using var server = await TestServer.Start();
        using var client = Sending(server, () => new StringContent("true", Encoding.UTF8, "text/plain"));
        await Is(Fault.WrongType, () => client.Lab.Api.Send("PUT", "things/lamp/properties/ligada", true));
    }

    [Fact]
    public async Task Too_many_files_at_once_and_more_than_fit_are_told_with_those_that_were_taken()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Documents:MaxFiles=100");
        using var client = Sending(server, () => Documents.Form([.. Enumerable.Range(0, 101).Select(i => ($"{i}.txt", Documents.Text($"Texto {i}.")))]));
        var much = await Is(Fault.TooLarge, () => client.Lab.Api.Send("POST", "documents", new JRaw("1")));
        Assert.Equal(100, ((JArray)much.Refusal.Document!["items"]!).Count);
        using var another = Sending(server, () => Documents.Form(("b.txt", Documents.Text("Mais um texto."))));
        await Is(Fault.NoRoom, () => another.Lab.Api.Send("POST", "documents", new JRaw("1")));
    }

    [Fact]
    public async Task A_document_of_the_labs_folder_cannot_be_deleted_here()
    {
        var lab = Folder.New("lab");
        await File.WriteAllTextAsync(Path.Combine(lab, "lab.json"), TestLab.Lamp);
        Directory.CreateDirectory(Path.Combine(lab, "documents"));
        await File.WriteAllBytesAsync(Path.Combine(lab, "documents", "a.txt"), Documents.Text("Norma sobre capacetes."));
        await using var server = await TestServer.Start(lab);
        await Documents.Until(() => server.Http.Finds("Norma sobre capacetes."), "the file");
        using var client = Rig.Of(server);
        var id = (await server.Http.All())[0].Id();
        await Is(Fault.DocumentFromFolder, () => client.Lab.Api.Send("DELETE", "documents/" + id, null));
        Folder.Remove(lab);
    }

    [Fact]
    public async Task A_library_that_is_damaged_is_told()
    {
        var data = Folder.New("data");
        await File.WriteAllTextAsync(Path.Combine(data, "knowledge.db"), string.Concat(Enumerable.Repeat("isto não é um banco de dados ", 200)));
        await using (var server = await TestServer.Start(data: data))
        {
            using var client = Rig.Of(server);
            await Is(Fault.LibraryUnavailable, () => client.Lab.Api.Get("documents"));
        }
        Folder.Remove(data);
    }

    [Fact]
    public async Task A_request_that_waits_too_long_is_told()
    {
        await using var server = await TestServer.Start();
        var id = (await server.Http.Add(("a.txt", Documents.Text("Um texto."))))[0].Id();
        server.Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(.3), TimeoutStatusCode = 504 };
        using var client = Rig.Of(server);
        using (await server.Services.GetRequiredService<Shelf>().ChangeAsync(default))
            await Is(Fault.TimedOut, () => client.Lab.Api.Send("DELETE", "documents/" + id, null));
    }

    [Fact]
    public async Task What_nobody_thought_of_is_told_without_what_it_was()
    {
        await using var server = await TestServer.Start();
        using var client = Rig.Of(server);
        var talk = client.Lab.Assistant.Talk();
        await talk.Say("oi");
        // Somebody's hand in the file: what stands there is none of ours.
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(server.Data, "assistant.db")};Pooling=false"))
        {
            await file.OpenAsync();
            await using var spoil = new SqliteCommand("update conversation set thread = 'no JSON'", file);
            Assert.Equal(1, await spoil.ExecuteNonQueryAsync());
        }
        var refused = await Is(Fault.Internal, () => talk.Say("oi"));
        Assert.Null(refused.Refusal.Detail);
    }

    [Fact]
    public async Task An_order_that_went_out_and_whose_end_cannot_be_recorded_is_told()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        using var client = Rig.Of(rig.Server);
        var order = client.Lab.Orders.Invoke("lamp", "ligar");
        await Wait.Until(() => rig.Orders.Length == 1, "the order");
        Task report;
        await using (await LockedLog.Of(rig.Server))
        {
            // Its report is held meanwhile, and acknowledged when it can be written.
            report = rig.Report(true);
            await Is(Fault.Unrecorded, () => order);
            Assert.False(report.IsCompleted);
        }
        await report;
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_told()
    {
        await using var server = await TestServer.Start();
        var platform = DotNet.Platform();
        using var client = Rig.Of(server.Url.ToString(), new Platform(new Trickle(), platform.Sockets, platform.Clock, platform.Continuations));
        await Is(Fault.SlowBody, () => client.Lab.Api.Send("PUT", "things/new", new JObject()));
    }

    static Rig Sending(TestServer server, Func<HttpContent> instead)
    {
        var http = new HttpClient(new Instead(instead)) { Timeout = Timeout.InfiniteTimeSpan };
        return Rig.Of(server.Url.ToString(), DotNet.Platform(http));
    }

    static async Task<RefusedException> Is(Fault fault, Func<Task> what)
    {
        var refused = await Assert.ThrowsAnyAsync<RefusedException>(what);
        Assert.Equal((fault.Code, fault.Status, fault.Pt), (refused.Code, refused.Refusal.Status, refused.Message));
        return refused;
    }

    /// <summary>Sends another body than the client gave.</summary>
    sealed class Instead(Func<HttpContent> instead) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null) request.Content = instead();
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A line on which the body stops after its first byte.</summary>
    sealed class Trickle : IHttpTransport
    {
        public async Task<IHttpAnswer> Send(HttpQuestion question, CancellationToken cancel)
        {
            using var line = await RawTcp.Dial(question.Address.Port);
            await line.Send(Encoding.ASCII.GetBytes($"{question.Method} {question.Address.PathAndQuery} HTTP/1.1\r\nHost: {question.Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{{"));
            return new Answer(await line.Ended());
        }
    }

    sealed class Answer(string text) : IHttpAnswer
    {
        // A short answer comes in one chunk, or with its length: its JSON is what stands between the braces.
        string? _body = text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)];

        public int Status { get; } = int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

        public string? Header(string name) => name == "Content-Type" ? "application/problem+json" : null;

        public Task<string?> Read(CancellationToken cancel)
        {
            var body = _body;
            _body = null;
            return Task.FromResult(body);
        }

        public void Dispose() { }
    }
}
