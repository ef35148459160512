using System.Text.Json.Nodes;
using Gemeo.Tests.Crash;

namespace Gemeo.Tests.Knowledge.Intake;

/// <summary><c>kill -9</c> in the middle of five hundred pages: it goes on, and nothing is there twice.</summary>
public sealed class KillTests
{
    const int Pages = 500;

    [Fact]
    public async Task A_document_that_was_being_read_is_read_to_its_end_after_the_server_was_killed()
    {
        var (data, port) = (Folder.New("kill"), Mosquitto.FreePort());
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        string[] args = ["--Gemeo:Mqtt:Port=0"];
        string id, queued;
        await using (var server = await ServerProcess.Start(data, port, args))
        {
            var items = await http.Add(("livro.pdf", Documents.Book(Pages)), ("depois.txt", Documents.Text("Este esperou na fila.")));
            (id, queued) = (items[0].Id(), items[1].Id());
            await Progress(http, id, 100);
            await server.Kill();
        }
        Assert.InRange(Documents.Rows(data, "pages"), 1, Pages - 1);
        await using (var server = await ServerProcess.Start(data, port, args))
        {
            Assert.Equal(("ready", Pages), (await http.Ended(id) is var book ? (book.State(), book["pages"]!.GetValue<int>()) : default));
            Assert.Equal("ready", (await http.Ended(queued)).State());
            Assert.Equal((Pages + 1, 2), (Documents.Rows(data, "pages"), Documents.Rows(data, "documents")));
            Assert.True(await http.Finds("Este esperou na fila."));
            Assert.Contains(await http.Search("linha 44 da página 500, canal 50044"), i => i!["page"]!.GetValue<int>() == Pages);
            await server.Kill();
        }
        Folder.Remove(data);
    }

    /// <summary>As a person sees it, over the stream of events.</summary>
    static async Task Progress(HttpClient http, string id, int page)
    {
        using var stream = new StreamReader(await http.GetStreamAsync(new Uri("/documents/events", UriKind.Relative)));
        while (await stream.ReadLineAsync() is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(line[6..])! is var step && step.Id() == id && step["page"]!.GetValue<int>() >= page)
            {
                Assert.Equal(("reading", Pages), (step.State(), step["of"]!.GetValue<int>()));
                return;
            }
    }
}
