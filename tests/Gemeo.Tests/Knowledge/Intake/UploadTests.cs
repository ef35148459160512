using System.Text.Json.Nodes;
using Gemeo.Knowledge;
using Gemeo.Knowledge.Reading;
using Gemeo.Tests.Knowledge.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Knowledge.Intake;

/// <summary>Documents over HTTP, through the real reading process.</summary>
public sealed class UploadTests
{
    static readonly string _zeros = new('0', 64);

    static byte[] Encrypted => RawPdf.Pages(RawPdf.Line("Segredo.")).With(9, $"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{_zeros}> /U <{_zeros}> >>")
        .Bytes($"/Encrypt 9 0 R /ID [<{_zeros[..32]}> <{_zeros[..32]}>]");

    static byte[] Scan => RawPdf.Pages("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q").Bytes();

    [Fact]
    public async Task Each_file_that_cannot_be_read_says_why_in_both_languages_and_the_others_are_found()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Documents:MaxMegabytes=1");
        Assert.Equal(1 << 20, (await server.Get("/documents"))!["limits"]!["bytes"]!.GetValue<int>());
        var items = await server.Http.Add(("senha.pdf", Encrypted), ("scan.pdf", Scan), ("quebrado.pdf", "%PDF-1.7 nada"u8.ToArray()), ("pagina.html", "<html>"u8.ToArray()),
            ("vazio.txt", []), ("enorme.txt", new byte[(1 << 20) + 1]), ("bom.pdf", Documents.Pdf("O osciloscópio fica no armário azul.")), ("notas.md", Documents.Text("# Notas\n\nA bancada tem doze tomadas.")));
        Assert.Equal(8, items.Count);
        string?[] expected = ["encrypted", "scanned", "broken", "wrong-type", "empty", "too-large", null, null];
        for (var i = 0; i < expected.Length; i++)
        {
            var ended = items[i]!["id"] is null ? items[i]! : await server.Http.Ended(items[i].Id());
            Assert.Equal(expected[i], ended["error"]?.GetValue<string>());
            Assert.Equal(expected[i] is null ? "ready" : "failed", ended.State());
            Assert.Equal(ReadingFault.All.FirstOrDefault(f => f.Code == expected[i])?.Pt, ended["erro"]?.GetValue<string>());
        }
        var english = (await server.Send(HttpMethod.Get, $"/documents/{items[0].Id()}", null, ("Accept-Language", "en"))).Body!;
        Assert.Equal(ReadingFault.Encrypted.En, english["erro"]!.GetValue<string>());
        var hit = (await server.Http.Search("onde fica o osciloscópio?"))[0]!;
        Assert.Equal(("bom.pdf", 1, "pt"), (hit["document"]!["name"]!.GetValue<string>(), hit["page"]!.GetValue<int>(), hit["language"]!.GetValue<string>()));
        Assert.NotEmpty(hit["boxes"]!.AsArray());
        Assert.True(await server.Http.Finds("A bancada tem doze tomadas."));
    }

    [Fact]
    public async Task The_same_file_twice_costs_nothing_whatever_it_is_called()
    {
        await using var server = await TestServer.Start();
        var pdf = Documents.Pdf("Um texto que se repete.");
        var first = await server.Http.Read("um.pdf", pdf);
        var again = (await server.Http.Add(("outro nome.pdf", pdf), ("um.pdf", pdf))).ToArray();
        Assert.All(again, a => Assert.Equal((first.Id(), true, "ready"), (a.Id(), a!["already"]!.GetValue<bool>(), a.State())));
        Assert.Single(await server.Http.All());
        Assert.Equal(1, Documents.Rows(server.Data, "documents", "\"Edition\" = 1"));
        Assert.Single(Directory.GetFiles(Path.Combine(server.Data, "documents")));
    }

    [Fact]
    public async Task A_replaced_document_keeps_its_id_and_nothing_of_what_it_said()
    {
        await using var server = await TestServer.Start();
        var id = (await server.Http.Read("regras.md", Documents.Text("O laboratório fecha às dezoito horas."))).Id();
        var (status, body) = await server.Http.Put(HttpMethod.Put, $"/documents/{id}", Documents.Form(("regras.md", Documents.Text("O laboratório fecha às vinte e uma horas."))));
        Assert.Equal((202, id), (status, body.Id()));
        Assert.Equal("ready", (await server.Http.Ended(id)).State());
        Assert.True(await server.Http.Finds("vinte e uma horas"));
        Assert.False(await server.Http.Finds("dezoito horas"));
        Assert.Equal((1, 1), (Documents.Rows(server.Data, "pages"), Documents.Rows(server.Data, "chunks")));
        Assert.Single(Directory.GetFiles(Path.Combine(server.Data, "documents")));
        Assert.Equal("O laboratório fecha às vinte e uma horas.", await server.Http.GetStringAsync(new Uri($"/documents/{id}/file", UriKind.Relative)));
        (status, body) = await server.Http.Put(HttpMethod.Put, $"/documents/{id}", Documents.Form(("regras.md", Documents.Text("O laboratório fecha às vinte e uma horas."))));
        Assert.Equal((200, true), (status, body["already"]!.GetValue<bool>()));
        Assert.Equal(404, (await server.Http.Put(HttpMethod.Put, "/documents/nenhum", Documents.Form(("a.txt", Documents.Text("a"))))).Status);
    }

    [Fact]
    public async Task A_deleted_document_leaves_no_trace()
    {
        await using var server = await TestServer.Start();
        var id = (await server.Http.Read("some.pdf", Documents.Pdf("Isto vai sumir.", "Isto também."))).Id();
        Assert.True(await server.Http.Finds("Isto vai sumir."));
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, $"/documents/{id}")).Status);
        Assert.Empty(await server.Http.Search("vai sumir"));
        Assert.All(["documents", "pages", "chunks"], table => Assert.Equal(0, Documents.Rows(server.Data, table)));
        Assert.Empty(Directory.GetFiles(Path.Combine(server.Data, "documents")));
        Assert.Equal(0, server.Services.GetRequiredService<KnowledgeIndex>().Count);
        foreach (var (method, path) in new[] { (HttpMethod.Delete, ""), (HttpMethod.Get, ""), (HttpMethod.Get, "/file") }) Assert.Equal(404, (await server.Send(method, $"/documents/{id}{path}")).Status);
    }

    [Fact]
    public async Task One_that_is_deleted_or_replaced_while_it_is_read_is_read_no_further_and_the_next_one_has_its_turn()
    {
        await using var server = await TestServer.Start();
        var items = await server.Http.Add(("apagado.pdf", Documents.Book(800)), ("trocado.pdf", Documents.Book(801)), ("curto.txt", Documents.Text("Um texto curto.")));
        await Documents.Until(async () => (await server.Http.Document(items[0].Id()))["page"]?.GetValue<int>() > 40, "the first to be under way");
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, $"/documents/{items[0].Id()}")).Status);
        await Documents.Until(async () => (await server.Http.Document(items[1].Id()))["page"]?.GetValue<int>() > 40, "the second to be under way");
        await server.Http.Put(HttpMethod.Put, $"/documents/{items[1].Id()}", Documents.Form(("trocado.txt", Documents.Text("No lugar do livro, uma linha."))));
        Assert.Equal("ready", (await server.Http.Ended(items[2].Id())).State());
        Assert.Equal((1, "ready"), ((await server.Http.Ended(items[1].Id()))["pages"]!.GetValue<int>(), (await server.Http.Ended(items[1].Id())).State()));
        Assert.True(await server.Http.Finds("No lugar do livro, uma linha."));
        Assert.Equal((2, 2), (Documents.Rows(server.Data, "pages"), Documents.Rows(server.Data, "documents")));
        Assert.Empty(await server.Http.Search("amostras"));
    }

    [Fact]
    public async Task Deleting_replacing_and_searching_at_once_never_shows_what_has_gone()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:RequestsPerSecond=1000000");
        using var stop = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await server.Http.Search("versão do manual");
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async who =>
        {
            for (var round = 0; round < 5; round++)
            {
                var id = (await server.Http.Add(($"{who}.txt", Documents.Text($"A versão {round} do manual de {who}."))))[0].Id();
                await server.Http.Put(HttpMethod.Put, $"/documents/{id}", Documents.Form(($"{who}.md", Documents.Text($"Outra versão {round} do manual de {who}."))));
                if (round < 4) Assert.Equal(204, (await server.Send(HttpMethod.Delete, $"/documents/{id}")).Status);
            }
        }));
        foreach (var left in await server.Http.All()) await server.Http.Ended(left.Id());
        await stop.CancelAsync();
        await searching;
        Assert.Equal((4, 4, 4), (Documents.Rows(server.Data, "documents"), Documents.Rows(server.Data, "pages"), Documents.Rows(server.Data, "chunks")));
        Assert.Equal(4, server.Services.GetRequiredService<KnowledgeIndex>().Count);
        Assert.Equal(4, Directory.GetFiles(Path.Combine(server.Data, "documents")).Length);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("..\\..\\windows\\win.txt", "win.txt")]
    [InlineData("<img src=x onerror=alert(1)>.txt", "_img src=x onerror=alert(1)_.txt")]
    [InlineData("..", "document")]
    public async Task A_hostile_name_becomes_a_harmless_one(string given, string name)
    {
        await using var server = await TestServer.Start();
        var item = (await server.Http.Add((given, Documents.Text("Um texto de nome hostil."))))[0];
        Assert.Equal(name, item!["name"]!.GetValue<string>());
        Assert.Single(Directory.GetFiles(Path.Combine(server.Data, "documents")));
        using var answer = await server.Http.GetAsync(new Uri($"/documents/{item.Id()}/file", UriKind.Relative));
        Assert.Equal(("text/plain", "nosniff"), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    [Fact]
    public async Task A_form_that_is_cut_off_or_has_no_file_leaves_nothing_behind()
    {
        await using var server = await TestServer.Start();
        const string Boundary = "fronteira";
        using var cut = new ByteArrayContent(Documents.Text($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"um.txt\"\r\n\r\ninteiro\r\n--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dois.txt\"\r\n\r\ncort"));
        cut.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={Boundary}");
        var (status, body) = await server.Http.Put(HttpMethod.Post, "/documents", cut);
        Assert.Equal((400, "urn:gemeo:problem:bad-input"), (status, body["type"]!.GetValue<string>()));
        Assert.Equal("um.txt", Assert.Single(body["items"]!.AsArray())!["name"]!.GetValue<string>());
        Assert.Single(Directory.GetFiles(Path.Combine(server.Data, "documents")));
        Assert.Equal(400, (await server.Http.Put(HttpMethod.Post, "/documents", new MultipartFormDataContent { { new StringContent("x"), "other" } })).Status);
        Assert.Equal(400, (await server.Post("/documents", new { file = "x" })).Status);
    }

    [Fact]
    public async Task Only_so_many_fit_and_those_that_did_are_named()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Documents:MaxFiles=2");
        var (status, body) = await server.Http.Put(HttpMethod.Post, "/documents", Documents.Form([.. Enumerable.Range(0, 4).Select(i => ($"{i}.txt", Documents.Text($"Texto {i}.")))]));
        Assert.Equal((507, 2), (status, body["items"]!.AsArray().Count));
        Assert.Equal(2, (await server.Http.All()).Count);
    }

    [Fact]
    public async Task They_are_listed_newest_first_page_by_page()
    {
        await using var server = await TestServer.Start();
        for (var i = 0; i < 5; i++) await server.Http.Add(($"{i}.txt", Documents.Text($"Texto {i}.")));
        var names = new List<string>();
        for (var after = ""; ;)
        {
            var page = (await server.Get("/documents?limit=2" + after))!;
            names.AddRange(page["items"]!.AsArray().Select(i => i!["name"]!.GetValue<string>()));
            if (page["next"] is not { } next) break;
            after = "&after=" + next.GetValue<string>();
        }
        Assert.Equal(5, names.Distinct().Count());
        Assert.Equal(400, (await server.Send(HttpMethod.Get, "/documents?limit=0")).Status);
        foreach (var query in (string[])["", "?q=", "?q=a&limit=101"]) Assert.Equal(400, (await server.Send(HttpMethod.Get, "/search" + query)).Status);
    }

    [Fact]
    public async Task A_foreign_page_or_a_stranger_without_a_key_gets_nothing_and_leaves_nothing()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Key=a-key-of-enough-length");
        foreach (var (name, value, expected) in new[] { ("Origin", "http://evil.example", 403), ("X-Forwarded-For", "192.0.2.7", 401) })
            foreach (var (method, path) in new[] { (HttpMethod.Post, "/documents"), (HttpMethod.Get, "/documents"), (HttpMethod.Delete, "/documents/x"), (HttpMethod.Get, "/documents/events"), (HttpMethod.Get, "/search?q=a") })
                Assert.Equal(expected, (await server.Send(method, path, null, (name, value))).Status);
        Assert.False(File.Exists(Path.Combine(server.Data, "knowledge.db")));
    }

    [Fact]
    public async Task Progress_is_told_from_queued_to_ready()
    {
        await using var server = await TestServer.Start();
        using var stream = new StreamReader(await server.Http.GetStreamAsync(new Uri("/documents/events", UriKind.Relative)));
        var id = (await server.Http.Add(("livro.pdf", Documents.Book(60))))[0].Id();
        var steps = new List<JsonNode>();
        while (steps.LastOrDefault()?.State() is not ("ready" or "failed"))
            if (await stream.ReadLineAsync() is { } line && line.StartsWith("data: ", StringComparison.Ordinal)) steps.Add(JsonNode.Parse(line[6..])!);
        Assert.All(steps, s => Assert.Equal((id, "livro.pdf"), (s.Id(), s["name"]!.GetValue<string>())));
        Assert.Equal(["queued", "reading", "ready"], steps.Select(s => s.State()).Distinct());
        var pages = steps.Where(s => s.State() == "reading" && s["of"]!.GetValue<int>() > 0).ToArray();
        Assert.Equal(Enumerable.Range(1, 60), pages.Select(s => s["page"]!.GetValue<int>()));
        Assert.All(pages, s => Assert.Equal(60, s["of"]!.GetValue<int>()));
    }

    [Fact]
    public async Task The_same_text_in_two_documents_is_one_passage_that_says_where_else_it_stands()
    {
        await using var server = await TestServer.Start();
        const string Said = "A estufa de calibração deve ser ligada duas horas antes de qualquer medição de umidade";
        var one = (await server.Http.Read("um.txt", Documents.Text(Said + "."))).Id();
        var two = (await server.Http.Read("dois.md", Documents.Text(Said + "!"))).Id();
        await server.Http.Read("outro.txt", Documents.Text("A câmara fria fica sempre ligada, mesmo sem medição."));
        var found = await server.Http.Search("quando ligar a estufa de calibração?");
        Assert.Single(found, i => i!["text"]!.GetValue<string>().StartsWith(Said, StringComparison.Ordinal));
        var alike = Assert.Single(found[0]!["alike"]!.AsArray())!;
        Assert.Equal(new[] { one, two }.Order(), new[] { found[0]!["document"]!["id"]!.GetValue<string>(), alike["document"]!["id"]!.GetValue<string>() }.Order());
        Assert.Equal(1, alike["page"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_damaged_library_is_refused_and_the_lab_goes_on()
    {
        var data = Folder.New("data");
        await File.WriteAllTextAsync(Path.Combine(data, "knowledge.db"), string.Concat(Enumerable.Repeat("isto não é um banco de dados ", 200)));
        await using (var server = await TestServer.Start(data: data))
        {
            var (status, body) = await server.Send(HttpMethod.Get, "/documents");
            Assert.Equal((503, "urn:gemeo:problem:library-unavailable"), (status, body!["type"]!.GetValue<string>()));
            Assert.Equal(200, (await server.Send(HttpMethod.Get, "/health/ready")).Status);
        }
        Folder.Remove(data);
    }
}
