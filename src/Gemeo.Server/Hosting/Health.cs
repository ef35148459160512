using Gemeo.Devices.Broker;
using Gemeo.Knowledge.Library;
using Gemeo.Labs;
using Gemeo.Log;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>How the house is, part by part. Without log or broker it cannot work (503); the others are named, and all else goes on.</summary>
public sealed class Health(ILogStore store, LogWriter writer, IBroker broker, LabHost lab, Progress documents, IOptions<Settings> settings, TimeProvider time)
{
    const string Ok = "ok";
    const long LeastFree = 200 << 20;
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(2), _kept = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    Task<string>? _reading;
    long _asked;

    public async Task<IResult> ReadyAsync()
    {
        var parts = new
        {
            log = writer.Fault ?? await ReadableAsync(),
            broker = broker.Status is { Connected: false } ill ? ill.Fault ?? "not started" : Ok,
            lab = lab.Faults.Count == 0 ? Ok : lab.Faults[0].ToString(),
            disk = Disk(),
            documents = documents.Fault ?? Ok,
        };
        var well = parts.log == Ok && parts.broker == Ok;
        return TypedResults.Json(new { status = well ? Ok : "ill", parts }, statusCode: well ? 200 : 503);
    }

    // A database may be away without anybody having written since. However many ask, it is asked once a second.
    Task<string> ReadableAsync()
    {
        lock (_lock)
        {
            if (_reading is { } last && (!last.IsCompleted || time.GetElapsedTime(_asked) < _kept)) return last;
            _asked = time.GetTimestamp();
            return _reading = ReadAsync();
        }
    }

    async Task<string> ReadAsync()
    {
        try
        {
            await Task.Run(() => store.Read(store.Head, 1)).WaitAsync(_patience, time);
            return Ok;
        }
        catch (TimeoutException) { return $"it cannot be read: no answer within {_patience.TotalSeconds} s"; }
        catch (Exception why) { return "it cannot be read: " + why.Message; }
    }

    string Disk()
    {
        try
        {
            var free = new DriveInfo(Path.GetFullPath(settings.Value.Data!)).AvailableFreeSpace;
            return free >= LeastFree ? Ok : $"only {free >> 20} MiB are left where Gemeo:Data is";
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException or ArgumentException) { return $"Gemeo:Data cannot be looked at: {why.Message}"; }
    }
}
