using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Keeping;

/// <summary>What the server's program does instead of serving: <c>migrate</c>, <c>backup</c>, <c>restore</c>. The tool <c>gemeo</c> starts it and draws the bar.</summary>
public static class KeepingProgram
{
    public static bool Knows(string[] args) => args is ["migrate" or "backup" or "restore", ..];

    /// <returns>0; 1 when it did not come to be, and then a sentence says why and nothing is half done.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
        try
        {
            var line = KeepingLine.Read(args);
            var telling = new Telling(line.Json, Console.Out, Console.Error);
            telling.End(Run(line, telling, stop.Token));
            return 0;
        }
        catch (OperationCanceledException) { return 130; }
        catch (Exception why) when (Explain(why) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    static IReadOnlyDictionary<string, object> Run(KeepingLine line, Telling telling, CancellationToken cancel) => line.Verb switch
    {
        "backup" => new BackingUp(line.From is { } from ? LabPlace.Of(from, line.Data) : LabPlace.Configured(line.Settings), Path.GetFullPath(line.To!), telling.At, cancel).Run(),
        "restore" => new Restoring(Path.GetFullPath(line.From!), LabPlace.Of(line.To!, line.Data), telling.At, cancel).Run(),
        _ => Migrating.Run(LabPlace.Of(line.From!), LabPlace.Of(line.To!), telling.At, cancel),
    };

    static string? Explain(Exception why) => StartFault.Explain(why) ?? why switch
    {
        LogUnavailableException or IOException or UnauthorizedAccessException or BackupBrokenException => why.Message,
        Npgsql.NpgsqlException or Microsoft.Data.Sqlite.SqliteException => $"The database failed ({why.Message}).",
        _ => null,
    };
}
