using Gemeo.Log.Moving;
using Gemeo.Log.Sqlite;
using Microsoft.Data.Sqlite;

namespace Gemeo.Keeping;

/// <summary>A backup becomes a lab again, in a place that is empty. It is looked at whole before anything is there; the place gets its name last.</summary>
sealed class Restoring(string file, LabPlace to, Action<string, double> told, CancellationToken cancel)
{
    public IReadOnlyDictionary<string, object> Run()
    {
        if (!File.Exists(file)) throw new IOException($"There is no file '{file}'.");
        if (to.Data is not { } data) throw new IOException("restore: what was uploaded needs a folder beside the database: --data, which is then the server's Gemeo:Data.");
        var folder = Path.TrimEndingDirectorySeparator(data);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(e => Path.GetFileName(e) != "gemeo.lock")) throw new IOException($"The folder '{folder}' is not empty; a backup is put into an empty place only.");
        var staging = folder + ".restoring";
        try
        {
            Clear(staging);
            Directory.CreateDirectory(staging);
            var manifest = Backup.Read(file, staging, done => told("unpacking", done), cancel);
            if (to.Database is { } database) IntoDatabase(database, staging, folder);
            else Place(staging, folder);
            return new Dictionary<string, object> { ["entries"] = manifest.Entries, ["documents"] = manifest.Files.Count(f => f.Name.StartsWith(Backup.Documents, StringComparison.Ordinal)) };
        }
        finally { Clear(staging); }
    }

    static void Clear(string staging)
    {
        if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
    }

    // A name for the whole folder at once; an empty one of that name makes room.
    static void Place(string staging, string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.Move(staging, folder);
    }

    // The folder gets its name just before the database's transaction ends: after that the one has the other.
    void IntoDatabase(string database, string staging, string folder)
    {
        using var target = Moves.ToDatabase(database);
        using (var source = Moves.FromFile(SqliteFile.ConnectTo(SqliteFile.PathIn(staging), SqliteOpenMode.ReadWrite)))
            LogMove.Run(source.Log, new BeforeLast(target, () =>
            {
                source.Dispose();
                SqliteFile.Discard(SqliteFile.PathIn(staging));
                Place(staging, folder);
            }), told, cancel);
    }
}
