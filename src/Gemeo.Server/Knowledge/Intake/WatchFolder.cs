using System.Security.Cryptography;
using Gemeo.Hosting;
using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Reading;
using Microsoft.Extensions.Options;
using Stamp = (long Bytes, System.DateTime Written);

namespace Gemeo.Knowledge.Intake;

/// <summary>
/// The lab's <c>documents</c> folder: what is dropped there is read, what changes is read again, what goes is forgotten. It is looked
/// at every second, since not every file system tells of changes. What changed between two looks is still being written, and waited for.
/// </summary>
public sealed partial class WatchFolder(
    Shelf shelf, Catalogue catalogue, IOptions<Settings> settings, IHostApplicationLifetime life, TimeProvider time, ILogger<WatchFolder> log) : BackgroundService
{
    /// <summary>Where a lab keeps what its documents are made from.</summary>
    public const string Sources = "source";

    static readonly TimeSpan _between = TimeSpan.FromSeconds(1);
    static readonly EnumerationOptions _files = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 8,
        IgnoreInaccessible = true,
        // A link may lead in a circle, or to what was never meant for everybody.
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    readonly Dictionary<string, Stamp> _taken = [];
    readonly HashSet<string> _closed = [];
    Dictionary<string, string>? _known;
    Dictionary<string, Stamp> _seen = [];
    string? _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await life.StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(_between, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
                _told = null;
            }
            catch (Exception why) when (!stoppingToken.IsCancellationRequested)
            {
                if (_told != why.Message) NotLooked(log, _told = why.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task LookAsync(CancellationToken cancel)
    {
        var (there, before) = (Files(), _seen);
        _seen = there;
        if (_known is null && there.Count == 0 && !shelf.Exists) return;
        _known ??= (await catalogue.OfFolderAsync(cancel)).ToDictionary(d => d.Name, d => d.Id);
        foreach (var (name, stamp) in there)
            if (!(_taken.TryGetValue(name, out var taken) && taken == stamp) && before.TryGetValue(name, out var last) && last == stamp) await TakeAsync(name, stamp, cancel);
        // An editor may put the new file where the old one was in two steps.
        foreach (var (name, id) in _known.Where(k => !there.ContainsKey(k.Key) && !before.ContainsKey(k.Key)).ToList())
        {
            await catalogue.RemoveAsync(id, cancel);
            _known.Remove(name);
            _taken.Remove(name);
        }
    }

    async Task TakeAsync(string name, Stamp stamp, CancellationToken cancel)
    {
        var path = Path.Combine(shelf.LabFolder, name);
        try
        {
            var hash = stamp.Bytes > settings.Value.Documents.MaxBytes ? null : await HashAsync(path, cancel);
            await EnterAsync(new(name, hash ?? "", stamp.Bytes, null, _known!.GetValueOrDefault(name), hash is null ? ReadingFault.TooLarge : null), cancel);
            _taken[name] = stamp;
            _closed.Remove(name);
        }
        catch (FileNotFoundException) { /* the next look misses it too */ }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            // Said once, tried again each time: it may be opened to us without changing.
            if (_closed.Add(name)) await EnterAsync(new(name, "", stamp.Bytes, null, _known!.GetValueOrDefault(name), ReadingFault.Unreadable), cancel);
        }
        catch (LibraryFullException)
        {
            _taken[name] = stamp;
            NoRoom(log, name);
        }
    }

    async Task EnterAsync(Arrival file, CancellationToken cancel)
    {
        if (await catalogue.EnterAsync(file, cancel) is { } taken) _known![file.Name] = taken.Document.Id;
    }

    static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }

    Dictionary<string, Stamp> Files()
    {
        var folder = new DirectoryInfo(shelf.LabFolder);
        if (!folder.Exists) return [];
        return folder.EnumerateFiles("*", _files).Where(f => FileNames.Ending(f.Name).Length > 0)
            .Select(f => (Name: Path.GetRelativePath(folder.FullName, f.FullName).Replace('\\', '/'), f.Length, f.LastWriteTimeUtc))
            .Where(f => !f.Name.StartsWith(Sources + "/", StringComparison.Ordinal))
            .ToDictionary(f => f.Name, f => (f.Length, f.LastWriteTimeUtc));
    }

    [LoggerMessage(1, LogLevel.Warning, "The lab's documents could not be looked at: {Why}")]
    static partial void NotLooked(ILogger log, string why);

    [LoggerMessage(2, LogLevel.Warning, "{Name} was not taken: there are Gemeo:Documents:MaxFiles documents already.")]
    static partial void NoRoom(ILogger log, string name);
}
