using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Gemeo.Hosting;

namespace Gemeo.Keeping;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Of the file; another one is refused.</param>
/// <param name="Made">When, ISO 8601.</param>
/// <param name="Server">The version that made it.</param>
/// <param name="Head">The last place in the log.</param>
/// <param name="Entries">How many there are.</param>
sealed record BackupManifest(int Format, string Made, string Server, long Head, long Entries, IReadOnlyList<BackupFile> Files)
{
    public const int Current = 1;
}

/// <param name="Name">As in the data folder, with <c>/</c>.</param>
/// <param name="Sha256">Hexadecimal.</param>
sealed record BackupFile(string Name, long Bytes, string Sha256);

/// <summary>The file of a backup: a ZIP with the data folder's files and a manifest that tells of each.</summary>
static class Backup
{
    const string Manifest = "manifest.json";
    // More than any lab has files; a manifest is read into memory.
    const int LongestManifest = 64 << 20;
    const int AtOnce = 1 << 17;

    public static void Write(string path, IReadOnlyList<(string Name, string Path)> files, Func<IReadOnlyList<BackupFile>, BackupManifest> manifest, Action<double> told, CancellationToken cancel)
    {
        using var file = new FileStream(path, FileMode.CreateNew);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var (all, done) = (Math.Max(1, files.Sum(f => new FileInfo(f.Path).Length)), 0L);
            var written = files.Select(one => Add(zip, one.Name, one.Path, bytes => told(Math.Min(1, (double)(done += bytes) / all)), cancel)).ToArray();
            using var last = zip.CreateEntry(Manifest, CompressionLevel.Fastest).Open();
            JsonSerializer.Serialize(last, manifest(written), JsonStyle.Web);
        }
        file.Flush(flushToDisk: true);
    }

    // What people upload is mostly packed already.
    static BackupFile Add(ZipArchive zip, string name, string path, Action<int> told, CancellationToken cancel)
    {
        using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var to = zip.CreateEntry(name, name.Contains('/', StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
        var (bytes, hash) = Copy(from, to, long.MaxValue, told, cancel);
        return new(name, bytes, hash);
    }

    /// <summary>Unpacks it into a folder that is there and empty, each file as the manifest has it.</summary>
    /// <exception cref="BackupBrokenException"/>
    public static BackupManifest Read(string path, string folder, Action<double> told, CancellationToken cancel)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var manifest = Opened(zip);
            var (all, done) = (Math.Max(1, manifest.Files.Sum(f => f.Bytes)), 0L);
            foreach (var one in manifest.Files) Extract(zip, one, folder, bytes => told(Math.Min(1, (double)(done += bytes) / all)), cancel);
            return manifest;
        }
        catch (Exception why) when (why is InvalidDataException or JsonException or NotSupportedException) { throw new BackupBrokenException(path, why.Message, why); }
    }

    static BackupManifest Opened(ZipArchive zip)
    {
        var entry = zip.GetEntry(Manifest) ?? throw new InvalidDataException("it has no manifest");
        if (entry.Length > LongestManifest) throw new InvalidDataException("its manifest is too long");
        using var json = entry.Open();
        var manifest = JsonSerializer.Deserialize<BackupManifest>(json, JsonStyle.Web);
        if (manifest is not { Format: BackupManifest.Current, Files: not null }) throw new InvalidDataException($"its format is {manifest?.Format}, this version reads {BackupManifest.Current}");
        return manifest;
    }

    static void Extract(ZipArchive zip, BackupFile one, string folder, Action<int> told, CancellationToken cancel)
    {
        if (!IsOurs(one.Name)) throw new InvalidDataException($"it names a file '{one.Name}'");
        var entry = zip.GetEntry(one.Name) ?? throw new InvalidDataException($"'{one.Name}' is missing");
        var path = Path.Combine(folder, one.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var from = entry.Open();
        using var to = new FileStream(path, FileMode.CreateNew);
        if (Copy(from, to, one.Bytes, told, cancel) != (one.Bytes, one.Sha256)) throw new InvalidDataException($"'{one.Name}' is not what it was");
        to.Flush(flushToDisk: true);
    }

    /// <summary>A database, or an uploaded document; never a way out of the folder.</summary>
    static bool IsOurs(string name)
    {
        var parts = (name ?? "").Split('/');
        return parts is [var file] && file.EndsWith(".db", StringComparison.Ordinal) && IsName(file) || parts is [Documents, var document] && IsName(document);
    }

    public const string Documents = "documents";

    static bool IsName(string name) => name.Length is > 0 and <= 255 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    static (long Bytes, string Hash) Copy(Stream from, Stream to, long most, Action<int> told, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes) = (new byte[AtOnce], 0L);
        for (int read; (read = from.Read(buffer)) > 0; told(read))
        {
            cancel.ThrowIfCancellationRequested();
            if ((bytes += read) > most) return (bytes, "");
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }
        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>It is no backup, or not a whole one.</summary>
sealed class BackupBrokenException(string path, string why, Exception inner) : Exception($"'{path}' is not a whole backup ({why.TrimEnd('.').ReplaceLineEndings(" ")}); nothing was changed.", inner);
