using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Looks at a log, reading only, before anything may touch it: a damaged one is refused as it lies.</summary>
static class SqliteInspect
{
    const int ReadWhole = 64 << 20;
    const int WalHeader = 32, FrameHeader = 24;

    /// <summary>Whether there is a log; throws <see cref="LogUnusableException"/> when what there is cannot be trusted.</summary>
    public static bool Check(string folder)
    {
        var file = new FileInfo(SqliteFile.PathIn(folder));
        var wal = new FileInfo(file.FullName + "-wal");
        // A new log is made beside and then named, so an empty file is never one that had only begun.
        if (!file.Exists && wal is { Exists: true, Length: > 0 }) throw SqliteFile.Torn(folder, "the file is missing, its -wal is there");
        if (!file.Exists) return false;
        if (file.Length == 0) throw SqliteFile.Torn(folder, "the file is empty");
        using var db = SqliteFile.Connect(folder, SqliteOpenMode.ReadOnly);
        var size = db.Long("pragma page_size");
        var pages = db.Long("pragma page_count");
        if (file.Length < pages * size && !Holds(wal, size, file.Length / size, pages)) throw SqliteFile.Torn(folder, $"{file.Length} bytes of {pages * size}");
        if (file.Length <= ReadWhole) ReadAll(db, folder);
        return true;
    }

    // A file cut short is found by its size; a small one is read whole too.
    static void ReadAll(SqliteConnection db, string folder)
    {
        foreach (var row in db.Rows("pragma quick_check(1)"))
            if (row.GetString(0) is var verdict && verdict != "ok") throw SqliteFile.Torn(folder, verdict);
    }

    // After a crash the file may rightly be shorter than it says, when the log beside it holds the pages that it lacks.
    static bool Holds(FileInfo wal, long pageSize, long present, long pages)
    {
        if (!wal.Exists || wal.Length < WalHeader) return false;
        using var stream = new FileStream(wal.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[WalHeader], frame = stackalloc byte[FrameHeader];
        stream.ReadExactly(header);
        var missing = Enumerable.Range(1, (int)(pages - present)).Select(i => present + i).ToHashSet();
        for (var at = (long)WalHeader; at + FrameHeader + pageSize <= wal.Length; at += FrameHeader + pageSize)
        {
            stream.Position = at;
            stream.ReadExactly(frame);
            // Frames of an earlier round carry other salts.
            if (frame[8..16].SequenceEqual(header[16..24])) missing.Remove(BinaryPrimitives.ReadUInt32BigEndian(frame));
        }
        return missing.Count == 0;
    }
}
