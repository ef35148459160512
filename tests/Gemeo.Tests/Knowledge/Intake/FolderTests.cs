using System.Diagnostics;
using Gemeo.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Knowledge.Intake;

/// <summary>The lab's folder of documents, as people use one: they drop, change and throw away.</summary>
public sealed class FolderTests
{
    static string New(out string documents)
    {
        var lab = Folder.New("lab");
        File.WriteAllText(Path.Combine(lab, "lab.json"), TestLab.Lamp);
        documents = Directory.CreateDirectory(Path.Combine(lab, "documents")).FullName;
        return lab;
    }

    [Fact]
    public async Task A_dropped_file_is_found_soon_a_changed_one_replaced_and_a_removed_one_leaves_no_trace()
    {
        await using var server = await TestServer.Start(New(out var documents));
        var file = Path.Combine(documents, "manual.pdf");
        var clock = Stopwatch.StartNew();
        await File.WriteAllBytesAsync(file, Documents.Pdf("A fonte de bancada entrega trinta volts."));
        await Documents.Until(() => server.Http.Finds("entrega trinta volts"), "the dropped file");
        Trace.WriteLine($"found after {clock.Elapsed.TotalSeconds:0.0} s");
        var id = Assert.Single(await server.Http.All()).Id();

        await File.WriteAllBytesAsync(file, Documents.Pdf("A fonte de bancada entrega sessenta volts."));
        await Documents.Until(async () => await server.Http.Finds("entrega sessenta volts") && !await server.Http.Finds("entrega trinta volts"), "the changed file");
        Assert.Equal(id, Assert.Single(await server.Http.All()).Id());

        File.Delete(file);
        await Documents.Until(async () => (await server.Http.All()).Count == 0, "the removal");
        Assert.Empty(await server.Http.Search("fonte de bancada"));
        Assert.All(["documents", "pages", "chunks"], table => Assert.Equal(0, Documents.Rows(server.Data, table)));
        Assert.Equal(0, server.Services.GetRequiredService<KnowledgeIndex>().Count);
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_waited_for()
    {
        await using var server = await TestServer.Start(New(out var documents));
        await using (var writing = new FileStream(Path.Combine(documents, "longo.txt"), FileMode.CreateNew, FileAccess.Write, FileShare.Read))
        using (var between = new PeriodicTimer(TimeSpan.FromMilliseconds(200)))
            for (var i = 0; i < 20; i++)
            {
                await writing.WriteAsync(Documents.Text($"Parágrafo {i} do texto longo.\n\n"));
                await writing.FlushAsync();
                await between.WaitForNextTickAsync();
            }
        await Documents.Until(() => server.Http.Finds("Parágrafo 19 do texto longo."), "the whole file");
        Assert.Equal(1, Documents.Rows(server.Data, "documents", "\"Edition\" = 1"));
    }

    [Fact]
    public async Task What_lies_in_the_folder_is_changed_there_and_nowhere_else()
    {
        var lab = New(out var documents);
        Directory.CreateDirectory(Path.Combine(documents, "normas"));
        Directory.CreateDirectory(Path.Combine(documents, "source"));
        await File.WriteAllBytesAsync(Path.Combine(documents, "normas", "a.txt"), Documents.Text("Norma sobre capacetes."));
        await File.WriteAllBytesAsync(Path.Combine(documents, "source", "a.md"), Documents.Text("Rascunho sobre capacetes."));
        await File.WriteAllBytesAsync(Path.Combine(documents, "foto.png"), [1, 2, 3]);
        await using var server = await TestServer.Start(lab);
        await Documents.Until(() => server.Http.Finds("Norma sobre capacetes."), "the file");
        var one = Assert.Single(await server.Http.All())!;
        Assert.Equal(("normas/a.txt", true), (one["name"]!.GetValue<string>(), one["fromFolder"]!.GetValue<bool>()));
        var (deleted, body) = await server.Send(HttpMethod.Delete, $"/documents/{one.Id()}");
        Assert.Equal((409, "urn:gemeo:problem:document-from-folder"), (deleted, body!["type"]!.GetValue<string>()));
        Assert.Equal(409, (await server.Http.Put(HttpMethod.Put, $"/documents/{one.Id()}", Documents.Form(("b.txt", Documents.Text("b"))))).Status);
        Assert.Equal("Norma sobre capacetes.", await server.Http.GetStringAsync(new Uri($"/documents/{one.Id()}/file", UriKind.Relative)));
        // Uploaded as well, it is the same document.
        Assert.Equal((one.Id(), true), ((await server.Http.Add(("b.txt", Documents.Text("Norma sobre capacetes."))))[0] is var again ? (again.Id(), again!["already"]!.GetValue<bool>()) : default));
    }

    [Fact]
    public async Task A_file_that_is_too_large_says_so_and_a_copy_is_not_read_again()
    {
        var lab = New(out var documents);
        await File.WriteAllBytesAsync(Path.Combine(documents, "grande.txt"), new byte[(1 << 20) + 1]);
        await File.WriteAllBytesAsync(Path.Combine(documents, "livro.pdf"), Documents.Book(40));
        await using var server = await TestServer.Start(lab, null, "--Gemeo:Documents:MaxMegabytes=1");
        await Documents.Until(async () => (await server.Http.All()) is { Count: 2 } all && all.All(d => d.State() is "ready" or "failed"), "both");
        Assert.Equal("too-large", (await server.Http.All()).Single(d => d!["name"]!.GetValue<string>() == "grande.txt")!["error"]!.GetValue<string>());
        File.Copy(Path.Combine(documents, "livro.pdf"), Path.Combine(documents, "copia.pdf"));
        using var stream = new StreamReader(await server.Http.GetStreamAsync(new Uri("/documents/events", UriKind.Relative)));
        var told = new List<string>();
        while (!told.Exists(t => t.Contains("copia.pdf", StringComparison.Ordinal) && t.Contains("ready", StringComparison.Ordinal)))
            if (await stream.ReadLineAsync() is { } line && line.StartsWith("data", StringComparison.Ordinal)) told.Add(line);
        Assert.DoesNotContain(told, t => t.Contains("\"page\":1,", StringComparison.Ordinal));
        Assert.Equal(80, Documents.Rows(server.Data, "pages"));
    }

    [Fact]
    public async Task A_restart_reads_nothing_again_and_finds_the_same()
    {
        var (lab, data) = (New(out var documents), Folder.New("data"));
        await File.WriteAllBytesAsync(Path.Combine(documents, "a.txt"), Documents.Text("O multímetro está com a Carla."));
        await using (var server = await TestServer.Start(lab, data)) await Documents.Until(() => server.Http.Finds("O multímetro está com a Carla."), "the file");
        // What goes while nobody looks is missed at the next start.
        await File.WriteAllBytesAsync(Path.Combine(documents, "b.txt"), Documents.Text("O alicate está com o Davi."));
        await using (var server = await TestServer.Start(lab, data))
        {
            await Documents.Until(async () => await server.Http.Finds("O multímetro está com a Carla.") && await server.Http.Finds("O alicate está com o Davi."), "both");
            Assert.Equal(2, Documents.Rows(data, "documents", "\"Edition\" = 1"));
            File.Delete(Path.Combine(documents, "a.txt"));
        }
        await using (var server = await TestServer.Start(lab, data)) await Documents.Until(async () => (await server.Http.All()).Count == 1 && !await server.Http.Finds("O multímetro está com a Carla."), "the removal");
        Folder.Remove(data);
    }
}
