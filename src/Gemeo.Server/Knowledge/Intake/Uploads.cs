using System.Security.Cryptography;
using Gemeo.Hosting;
using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Reading;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge.Intake;

/// <summary>What an upload came to: on record, too long, or meant for a document that has gone.</summary>
public readonly record struct Upload(Taken? Taken, ReadingFault? Fault);

/// <summary>Takes files as they come over the wire: bounded, hashed while they are copied, on disk before they are on record.</summary>
public sealed class Uploads(Shelf shelf, Catalogue catalogue, IOptions<Settings> settings)
{
    const int Buffer = 1 << 16;
    /// <summary>Requests that bring files at once; each holds a buffer and a file.</summary>
    const int Most = 16;

    int _under;

    long MaxBytes => settings.Value.Documents.MaxBytes;

    public bool Enter()
    {
        if (Interlocked.Increment(ref _under) <= Most) return true;
        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _under);

    /// <param name="replaces">The document whose file this is from now on; null for a new one.</param>
    public async Task<Upload> TakeAsync(string name, Stream content, string? replaces, CancellationToken cancel)
    {
        await using (await shelf.OpenAsync(cancel)) { /* its folder is there from now on */ }
        var staged = Path.Combine(shelf.Folder, Guid.NewGuid().ToString("n") + Shelf.Half);
        try
        {
            if (await CopyAsync(content, staged, cancel) is not (var hash, var bytes)) return new(null, ReadingFault.TooLarge);
            return new(await catalogue.EnterAsync(new(FileNames.Safe(name), hash, bytes, staged, replaces), cancel), null);
        }
        finally { File.Delete(staged); }
    }

    async Task<(string Hash, long Bytes)?> CopyAsync(Stream content, string to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, useAsync: true);
        var (buffer, bytes) = (new byte[Buffer], 0L);
        for (int got; (got = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((bytes += got) > MaxBytes) return null;
            hash.AppendData(buffer, 0, got);
            await file.WriteAsync(buffer.AsMemory(0, got), cancel);
        }
        // Its row must not outlive a power cut that its content did not.
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }
}
