using System.Text.Json.Nodes;
using Gemeo.Cli;
using Gemeo.Tests.Knowledge;

namespace Gemeo.Tests.Cli;

public sealed class IngestTests : IDisposable
{
    readonly string _folder = Folder.New("ingest");

    public void Dispose() => Folder.Remove(_folder);

    string File_(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    [Fact]
    public async Task Each_file_has_its_line_and_one_that_failed_is_said_and_the_exit_code_with_it()
    {
        await using var server = await TestServer.Start();
        File_("a.pdf", Documents.Pdf("Uma página.", "Outra página."));
        File_("b.pdf", "%PDF-1.7 nada"u8.ToArray());
        File_("[red]c.txt", Documents.Text("Um texto."));
        var said = await Shell.Run(server.Url, "ingest", Path.Combine(_folder, "*.pdf"), _folder);
        Assert.Equal(Exit.Refused, said.Exit);
        Assert.Equal(["✓ a.pdf: 2 páginas", "✓ [red]c.txt: 1 página"], said.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("✗ b.pdf: O arquivo está danificado", said.Error, StringComparison.Ordinal);
        Assert.True(await server.Http.Finds("Outra página."));

        said = await Shell.Run(server.Url, "--lang", "en", "ingest", Path.Combine(_folder, "a.pdf"));
        Assert.Equal((Exit.Ok, "= a.pdf: was here already"), (said.Exit, said.Out.Trim()));
    }

    [Fact]
    public async Task A_program_gets_a_document_a_line_and_what_is_not_there_does_not_hold_up_the_rest()
    {
        await using var server = await TestServer.Start();
        var good = File_("a.txt", Documents.Text("Um texto que existe."));
        var said = await Shell.Run(server.Url, "--json", "ingest", Path.Combine(_folder, "nenhum.pdf"), good);
        Assert.Equal((Exit.Fault, ""), (said.Exit, said.Error));
        var lines = said.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToArray();
        Assert.Equal(("not-found", "ready"), (lines[0]["code"]!.GetValue<string>(), lines[1].State()));
        said = await Shell.Run(server.Url, "ingest", "--no-wait", File_("b.txt", Documents.Text("Outro.")));
        Assert.Equal((Exit.Ok, "… b.txt: na fila"), (said.Exit, said.Out.Trim()));
    }
}
