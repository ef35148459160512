using Gemeo.Log;
using Gemeo.Log.Moving;
using Gemeo.Log.Sqlite;

namespace Gemeo.Keeping;

/// <summary>A lab's log from one database into another. It is another log from then on: cursors of the old one get 410.</summary>
static class Migrating
{
    public static IReadOnlyDictionary<string, object> Run(LabPlace from, LabPlace to, Action<string, double> told, CancellationToken cancel)
    {
        using var source = from.Database is { } database ? Moves.FromDatabase(database, hold: true) : Moves.FromFolder(from.Data!);
        using var target = to.Database is { } other ? Moves.ToDatabase(other) : Moves.ToFolder(to.Data!);
        var files = from.Database is { } sides && to.Database is null ? Take(sides, to.Data!, cancel) : [];
        return Result(LogMove.Run(source.Log, new BeforeLast(target, () => { foreach (var file in files) File.Move(file + Growing, file); }), told, cancel));
    }

    const string Growing = ".moving";

    // Into PostgreSQL nothing need be done: the server that opens it takes over the files of its data folder.
    static IReadOnlyList<string> Take(string database, string folder, CancellationToken cancel)
    {
        foreach (var path in Beside.All.Select(s => Path.Combine(folder, s.File)))
        {
            if (File.Exists(path)) throw new LogUnusableException($"'{path}' is there already; move it away, or choose another folder.");
            SqliteFile.Discard(path + Growing);
        }
        return Beside.WriteAll(database, folder, Growing, cancel);
    }

    public static IReadOnlyDictionary<string, object> Result(Moved moved) => new Dictionary<string, object>
    {
        ["entries"] = moved.Entries,
        ["things"] = moved.Things,
        ["commands"] = moved.Commands,
        ["minutes"] = moved.Minutes,
        ["hours"] = moved.Hours,
    };
}
