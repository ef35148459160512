using System.Globalization;
using Gemeo.Log.Moving;
using Gemeo.Log.Sqlite;
using Microsoft.Data.Sqlite;

namespace Gemeo.Keeping;

/// <summary>One file of all that is remembered, while the server runs on: each database as of one moment.
/// Whatever the log lies in, in a backup it is SQLite's; it has no name, so the log that is made of it gives other cursors.</summary>
sealed class BackingUp(LabPlace from, string file, Action<string, double> told, CancellationToken cancel)
{
    const int MostTries = 5;
    readonly string _staging = file + ".staging", _growing = file + ".part";

    public IReadOnlyDictionary<string, object> Run()
    {
        if (File.Exists(file)) throw new IOException($"'{file}' is there already; a backup is written over nothing.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            Clear();
            Directory.CreateDirectory(_staging);
            Log();
            var manifest = Whole();
            File.Move(_growing, file);
            return new Dictionary<string, object> { ["entries"] = manifest.Entries, ["documents"] = manifest.Files.Count(f => f.Name.StartsWith(Backup.Documents, StringComparison.Ordinal)), ["bytes"] = new FileInfo(file).Length, ["file"] = file };
        }
        finally { Clear(); }
    }

    void Clear()
    {
        File.Delete(_growing);
        if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
    }

    void Log()
    {
        if (from.Database is { } database)
        {
            using var source = Moves.FromDatabase(database, hold: false);
            using var target = new SqliteTarget(_staging, null);
            LogMove.Run(source.Log, target, told, cancel);
            return;
        }
        if (!File.Exists(SqliteFile.PathIn(from.Data!))) throw new IOException($"There is no log in the folder '{from.Data}'.");
        SqliteCopy.Make(SqliteFile.PathIn(from.Data!), SqliteFile.PathIn(_staging), done => told("copying", done), forget: true);
    }

    // A document may be deleted between its row and its file; then both are looked at again.
    BackupManifest Whole()
    {
        for (var tries = 1; ; tries++)
        {
            try { return Pack(); }
            catch (FileNotFoundException) when (tries < MostTries) { File.Delete(_growing); }
        }
    }

    BackupManifest Pack()
    {
        var files = new List<(string, string)> { (Path.GetFileName(SqliteFile.PathIn(_staging)), SqliteFile.PathIn(_staging)) };
        files.AddRange(Sides());
        if (files.Find(f => f.Item1 == "knowledge.db").Item2 is { } index) files.AddRange(Uploads(index, from.Data is { } data ? Path.Combine(data, Backup.Documents) : null));
        var manifest = default(BackupManifest)!;
        Backup.Write(_growing, files, written => manifest = Told(written), done => told("packing", done), cancel);
        return manifest;
    }

    // Those that a PostgreSQL has not taken over yet still lie in the folder.
    IEnumerable<(string, string)> Sides()
    {
        foreach (var side in Beside.All) SqliteFile.Discard(Path.Combine(_staging, side.File));
        if (from.Database is { } database) Beside.WriteAll(database, _staging, "", cancel);
        foreach (var name in Beside.All.Select(s => s.File))
        {
            var copy = Path.Combine(_staging, name);
            if (!File.Exists(copy) && from.Data is { } data && File.Exists(Path.Combine(data, name))) SqliteCopy.Make(Path.Combine(data, name), copy, _ => { });
            if (File.Exists(copy)) yield return (name, copy);
        }
    }

    static IEnumerable<(string, string)> Uploads(string index, string? folder)
    {
        using var db = SqliteFile.ConnectTo(index, SqliteOpenMode.ReadOnly);
        foreach (var hash in db.Rows("select distinct Hash from documents where not FromFolder and Hash <> ''").Select(r => r.GetString(0)).ToArray())
        {
            var found = folder is not null && Directory.Exists(folder) ? Directory.GetFiles(folder, hash + ".*").Where(f => !f.EndsWith(".half", StringComparison.Ordinal)).Order().ToArray() : [];
            if (found.Length == 0) throw new FileNotFoundException(folder is null ? "The uploaded documents lie in the data folder beside the database: --data says which." : $"An uploaded document of '{folder}' is missing ({hash}).");
            foreach (var one in found) yield return ($"{Backup.Documents}/{Path.GetFileName(one)}", one);
        }
    }

    BackupManifest Told(IReadOnlyList<BackupFile> written)
    {
        using var db = SqliteFile.ConnectTo(SqliteFile.PathIn(_staging), SqliteOpenMode.ReadOnly);
        var marks = new SqliteSource(db).Marks;
        return new(BackupManifest.Current, TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), typeof(BackingUp).Assembly.GetName().Version!.ToString(3), marks.Head, marks.Head - marks.Oldest + 1, written);
    }
}
