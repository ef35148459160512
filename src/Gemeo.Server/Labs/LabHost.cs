using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Things;
using Microsoft.Extensions.Options;

namespace Gemeo.Labs;

/// <summary>The lab that is open: loaded at start, loaded again when its files change; a faulty change is told and the last good lab stays.</summary>
public sealed partial class LabHost(IOptions<Settings> settings, ThingRegistry registry, ILogStore store, TimeProvider time, ILogger<LabHost> log) : IDisposable
{
    static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(250);

    readonly Lock _lock = new();
    FileSystemWatcher? _watcher;
    ITimer? _soon;
    volatile Lab? _lab;
    volatile IReadOnlyList<LabFault> _faults = [];

    public Lab Lab => _lab!;

    /// <summary>What is wrong with the files as they are now; empty when the lab is what they say.</summary>
    public IReadOnlyList<LabFault> Faults => _faults;

    /// <summary>Raised after a reload.</summary>
    public event Action? Reloaded;

    public void Open()
    {
        _lab = LabFile.Load(settings.Value.Lab);
        registry.PutLab(_lab);
        registry.Put(store.All("thing").Select(added => ReadAdded(added.Document)).OfType<ThingDescription>());
        Opened(log, _lab.Folder, registry.All.Count);
        Watch();
    }

    static ThingDescription? ReadAdded(byte[] document)
    {
        using var json = System.Text.Json.JsonDocument.Parse(document);
        return ThingReader.Read(json.RootElement.Clone(), "http", "", []);
    }

    void Watch()
    {
        _soon = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(_lab!.Folder, "*.json") { IncludeSubdirectories = true };
        // An editor writes a file in several steps; the last one counts.
        void Soon(object _, FileSystemEventArgs __) => _soon.Change(_settling, Timeout.InfiniteTimeSpan);
        _watcher.Changed += Soon;
        _watcher.Created += Soon;
        _watcher.Deleted += Soon;
        _watcher.Renamed += (_, _) => _soon.Change(_settling, Timeout.InfiniteTimeSpan);
        _watcher.EnableRaisingEvents = true;
    }

    void Reload()
    {
        lock (_lock)
        {
            try
            {
                _lab = LabFile.Load(settings.Value.Lab);
                _faults = [];
                registry.PutLab(_lab);
                Loaded(log, _lab.Folder, _lab.Things.Length);
            }
            catch (LabException why)
            {
                _faults = why.Faults;
                foreach (var fault in why.Faults) Faulty(log, fault.ToString());
            }
            // On a timer's thread: what is not caught here ends the process.
            catch (Exception why)
            {
                _faults = [new("", "", why.Message)];
                Faulty(log, why.Message);
            }
        }
        Reloaded?.Invoke();
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _soon?.Dispose();
    }

    [LoggerMessage(1, LogLevel.Information, "Lab {Folder}: {Things} things.")]
    static partial void Opened(ILogger log, string folder, int things);

    [LoggerMessage(2, LogLevel.Information, "Lab {Folder} was loaded again: {Things} things.")]
    static partial void Loaded(ILogger log, string folder, int things);

    [LoggerMessage(3, LogLevel.Error, "The lab's files changed and cannot be used; the last good lab stays. {Fault}")]
    static partial void Faulty(ILogger log, string fault);
}
