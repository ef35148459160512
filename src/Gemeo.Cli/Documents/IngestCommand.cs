using System.CommandLine;
using Gemeo.Client;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Documents;

/// <summary><c>gemeo ingest FILE…</c>: hands documents to the server and tells how reading them ended.</summary>
public static class IngestCommand
{
    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var files = new Argument<string[]>("file")
        {
            Description = words["PDF, Markdown ou texto; também *.pdf e pastas.", "PDF, Markdown or text; *.pdf and folders too."],
            Arity = ArgumentArity.OneOrMore,
        };
        var noWait = new Option<bool>("--no-wait") { Description = words["Não espera pela leitura.", "Does not wait until they are read."] };
        return kit.Run(new Command("ingest", words["Documentos para o laboratório.", "Documents for the lab."]) { files, noWait },
            (line, session, cancel) => Run(session, line.GetRequiredValue(files), !line.GetValue(noWait), cancel));
    }

    static async Task<int> Run(Session session, string[] given, bool wait, CancellationToken cancel)
    {
        var (files, missing) = FilePattern.Expand(given);
        foreach (var one in missing) session.Screen.Fail(Exit.Fault, "not-found", session.Words[$"Não há arquivo {one}.", $"There is no file {one}."]);
        var ended = await session.Screen.WatchedAsync(async watch =>
        {
            var all = new List<Ingested>();
            foreach (var file in files)
            {
                all.Add(await new Ingesting(session, file, wait, done => watch(Path.GetFileName(file), done)).RunAsync(cancel));
                if (session.Screen.Json) session.Screen.Raw(all[^1].Document.Line());
            }
            return all;
        });
        if (!session.Screen.Json)
            foreach (var one in ended) Tell(session, one);
        return missing.Count > 0 ? Exit.Fault : ended.Exists(e => e.Failed) ? Exit.Refused : Exit.Ok;
    }

    static void Tell(Session session, Ingested one)
    {
        var words = session.Words;
        if (one.Failed)
        {
            session.Screen.Note(new Piece("✗ ", Ink.Bad), $"{one.Name}: {one.Document.Text("erro") ?? one.Document.Text("title") ?? one.Document.Text("error")}");
            return;
        }
        var pages = one.Document.Count("pages");
        Piece[] line = one switch
        {
            { Already: true } => [new("= ", Ink.Faint), words[$"{one.Name}: já estava aqui", $"{one.Name}: was here already"]],
            { Ready: false } => [new("… ", Ink.Look), words[$"{one.Name}: na fila", $"{one.Name}: queued"]],
            _ => [new("✓ ", Ink.Good), words[$"{one.Name}: {pages} {(pages == 1 ? "página" : "páginas")}", $"{one.Name}: {pages} {(pages == 1 ? "page" : "pages")}"]],
        };
        session.Screen.Line(line);
    }
}
