using System.CommandLine;
using System.Text.Json.Nodes;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Keeping;

/// <summary><c>gemeo migrate</c>, <c>backup</c>, <c>restore</c>: what is remembered of a lab, moved and kept. The server's program does it; this tells how far it is.</summary>
public static class KeepingCommands
{
    public static IEnumerable<Command> Create(Kit kit)
    {
        var words = kit.Words;
        var where = words["Pasta de dados ou conexão do PostgreSQL (Host=…;Database=…).", "Data folder or connection string of PostgreSQL (Host=…;Database=…)."];
        yield return Verb(kit, "migrate", words["Muda a memória de um laboratório de banco de dados.", "Moves what is remembered of a lab to another database."], [Place("--from", where, true), Place("--to", where, true), Data(words)]);
        yield return Verb(kit, "backup", words["Cópia de segurança em um arquivo, com o servidor no ar.", "A backup in one file, while the server runs."],
            [Place("--to", words["Arquivo que será gravado.", "The file to be written."], true), Place("--from", where + " " + words["Sem ela: a do servidor daqui.", "Without it: the server's here."], false), Data(words)]);
        yield return Verb(kit, "restore", words["Põe uma cópia de segurança em um lugar vazio.", "Puts a backup into an empty place."], [Place("--from", words["Arquivo da cópia.", "The backup's file."], true), Place("--to", where, true), Data(words)]);
    }

    static Option<string> Place(string name, string what, bool needed) => new(name) { Description = what, Required = needed };

    static Option<string> Data(Words words) => Place("--data", words["Pasta de dados ao lado do PostgreSQL (documentos enviados).", "Data folder beside PostgreSQL (uploaded documents)."], false);

    static Command Verb(Kit kit, string name, string what, Option<string>[] options)
    {
        var server = new Option<string>("--server")
        {
            Description = kit.Words["Programa do servidor (Gemeo.Server); sem ele, o que está ao lado ou no PATH.", "The server's program (Gemeo.Server); without it the one beside or in the PATH."],
            DefaultValueFactory = _ => kit.Environment("GEMEO_SERVER") ?? "",
        };
        var command = new Command(name, what) { server };
        foreach (var option in options) command.Add(option);
        return kit.Run(command, (line, session, cancel) => Run(session, name, line.GetValue(server), [.. options.Where(o => line.GetValue(o) is { Length: > 0 }).SelectMany(o => (string[])[o.Name, line.GetValue(o)!])], cancel));
    }

    static async Task<int> Run(Session session, string verb, string? server, string[] given, CancellationToken cancel)
    {
        if (ServerProgram.Find(server is { Length: > 0 } ? server : null) is not { } program)
            return session.Screen.Fail(Exit.Fault, "no-server", session.Words["Não encontrei o programa do servidor (Gemeo.Server); --server diz onde está.", "The server's program (Gemeo.Server) was not found; --server says where it is."]);
        try
        {
            var result = await session.Screen.WatchedAsync(watch => Follow(session, program.Run([verb, .. given, "--json"], cancel), watch));
            if (session.Screen.Json) session.Screen.Raw(result.ToJsonString());
            else session.Screen.Line(new("✓ ", Ink.Good), string.Join(", ", result.Select(p => $"{session.Words[Portuguese(p.Key), p.Key]} {p.Value}")));
            return Exit.Ok;
        }
        catch (ServerFailedException why) { return session.Screen.Fail(Exit.Fault, "failed", why.Message); }
    }

    static async Task<JsonObject> Follow(Session session, IAsyncEnumerable<JsonObject> said, Action<string, double> watch)
    {
        var result = new JsonObject();
        await foreach (var line in said)
        {
            if (line["result"] is JsonObject all) result = all;
            else if (line["step"]?.GetValue<string>() is { } step) watch(session.Words[Portuguese(step), step], line["done"]?.GetValue<double>() ?? 0);
        }
        return result;
    }

    static string Portuguese(string word) => word switch
    {
        "entries" => "entradas",
        "roll-ups" => "resumos",
        "indexes" => "índices",
        "comparing" => "conferência",
        "comparing roll-ups" => "conferência dos resumos",
        "copying" => "cópia",
        "packing" => "compactação",
        "unpacking" => "descompactação",
        "things" => "coisas",
        "commands" => "comandos",
        "minutes" => "minutos",
        "hours" => "horas",
        "documents" => "documentos",
        "conversations" => "conversas",
        "bytes" => "bytes",
        "file" => "arquivo",
        "stays" => "fica onde está:",
        _ => word,
    };
}
