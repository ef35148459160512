using Gemeo.Hosting;

namespace Gemeo.Keeping;

/// <summary>The command line after the program's name.</summary>
/// <param name="Json">Progress and result as JSON, a line each, for the tool.</param>
/// <param name="Settings">The server's own, <c>--Gemeo:Data=…</c>.</param>
sealed record KeepingLine(string Verb, string? From, string? To, string? Data, bool Json, string[] Settings)
{
    /// <exception cref="StartException"/>
    public static KeepingLine Read(string[] args)
    {
        var line = new KeepingLine(args[0], null, null, null, false, []);
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] == "--json") line = line with { Json = true };
            else if (args[i].StartsWith("--Gemeo:", StringComparison.OrdinalIgnoreCase)) line = line with { Settings = [.. line.Settings, args[i]] };
            else line = line.With(args[i], ref i, args);
        }
        return line.Verb switch
        {
            "migrate" when line.From is null || line.To is null => throw new StartException("migrate: expected --from and --to, each a data folder or a connection string of PostgreSQL."),
            "backup" when line.To is null => throw new StartException("backup: expected --to, the file to be written."),
            "restore" when line.From is null || line.To is null => throw new StartException("restore: expected --from, a backup's file, and --to, an empty data folder or a connection string of PostgreSQL."),
            _ => line,
        };
    }

    KeepingLine With(string arg, ref int i, string[] args)
    {
        var parts = arg.Split('=', 2);
        if (parts[0] is not ("--from" or "--to" or "--data")) throw new StartException($"{arg}: expected --from, --to, --data or a setting such as --Gemeo:Data=….");
        var value = parts.Length == 2 ? parts[1] : i + 1 < args.Length ? args[++i] : "";
        if (value.Length == 0) throw new StartException($"{parts[0]}: a value is missing.");
        return parts[0] switch { "--from" => this with { From = value }, "--to" => this with { To = value }, _ => this with { Data = value } };
    }
}
