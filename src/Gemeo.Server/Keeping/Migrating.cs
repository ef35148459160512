using Gemeo.Log.Moving;

namespace Gemeo.Keeping;

/// <summary>A lab's log from one database into another. It is another log from then on: cursors of the old one get 410.</summary>
static class Migrating
{
    public static IReadOnlyDictionary<string, object> Run(LabPlace from, LabPlace to, Action<string, double> told, CancellationToken cancel)
    {
        using var source = from.Database is { } database ? Moves.FromDatabase(database, hold: true) : Moves.FromFolder(from.Data!);
        using var target = to.Database is { } other ? Moves.ToDatabase(other) : Moves.ToFolder(to.Data!);
        return Result(LogMove.Run(source.Log, target, told, cancel));
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
