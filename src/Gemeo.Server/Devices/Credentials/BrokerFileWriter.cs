using System.Diagnostics;
using System.Globalization;
using Gemeo.Devices.Broker;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Things;
using Microsoft.Extensions.Options;

namespace Gemeo.Devices.Credentials;

/// <param name="Folder">Where they lie.</param>
/// <param name="Written">When they last changed; null when they were so already.</param>
/// <param name="Heeded">Whether the broker was told to read them again since; false: send it SIGHUP.</param>
/// <param name="Fault">Why they could not be written or told, in one sentence; they are stale then.</param>
public sealed record BrokerFileStatus(string Folder, DateTimeOffset? Written, bool Heeded, string? Fault);

/// <summary>Keeps <c>passwd</c>, <c>acl</c> and <c>mosquitto.conf</c> of <c>Gemeo:Mqtt:Files</c> in step with the credentials and the lab, and tells Mosquitto.</summary>
public sealed partial class BrokerFileWriter(IOptions<Settings> options, KnownDevices devices, ThingRegistry registry, LabHost lab, TimeProvider time, ILogger<BrokerFileWriter> log) : IDisposable
{
    static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(200);

    readonly MqttSettings _mqtt = options.Value.Mqtt;
    readonly Lock _lock = new();
    ITimer? _soon;

    public BrokerFileStatus? Status { get; private set; }

    /// <summary>Before the broker is called: it may need what is written here to let us in.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        if (_mqtt.Files is null) return;
        await devices.LoadAsync(cancel);
        Write();
        _soon = time.CreateTimer(_ => Write(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        devices.Changed += _ => _soon.Change(_settling, Timeout.InfiniteTimeSpan);
        registry.Changed += () => _soon.Change(_settling, Timeout.InfiniteTimeSpan);
    }

    void Write()
    {
        lock (_lock)
            try
            {
                var changed = WriteFiles(Path.GetFullPath(_mqtt.Files!));
                var heeded = changed ? Tell() : Status?.Heeded ?? true;
                Status = new(_mqtt.Files!, changed ? time.GetUtcNow() : Status?.Written, heeded, null);
                if (changed && !heeded) Waiting(log, _mqtt.Files!);
            }
            // On a timer's thread: what is not caught here ends the process.
            catch (Exception why)
            {
                Status = new(_mqtt.Files!, Status?.Written, false, why.Message);
                Stale(log, _mqtt.Files!, why.Message);
            }
    }

    bool WriteFiles(string folder)
    {
        Directory.CreateDirectory(folder);
        var simulates = options.Value.Simulator && File.Exists(Path.Combine(lab.Lab.Folder, "simulator.json"));
        var (all, things) = (devices.All, registry.All.Select(l => l.Thing).ToArray());
        Replace(Path.Combine(folder, "mosquitto.conf"), BrokerFiles.Configuration(folder, simulates));
        return Replace(Path.Combine(folder, "acl"), BrokerFiles.Rights(_mqtt, things, all, simulates)) | Replace(Path.Combine(folder, "passwd"), BrokerFiles.Passwords(_mqtt, OwnHash(folder), all));
    }

    // The same while the password is: a new salt each time would be a change each time.
    string OwnHash(string folder)
    {
        var file = Path.Combine(folder, "passwd");
        var known = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(_mqtt.User + ":", StringComparison.Ordinal))?[(_mqtt.User!.Length + 1)..] : null;
        return known is not null && PasswordHash.Fits(known, _mqtt.Password ?? "") ? known : PasswordHash.Of(_mqtt.Password ?? "");
    }

    // Whole or not at all, and for nobody but its owner and its group, which is Mosquitto's where the folder says so.
    static bool Replace(string file, string text)
    {
        if (File.Exists(file) && File.ReadAllText(file) == text) return false;
        var fresh = file + ".new";
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        using (var stream = new FileStream(fresh, how))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        File.Move(fresh, file, overwrite: true);
        return true;
    }

    bool Tell()
    {
        if (_mqtt.PidFile is not { } file || !File.Exists(file) || !int.TryParse(File.ReadAllText(file), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var pid)) return false;
        // A stale file may name somebody else's process, whom SIGHUP would end.
        using (var process = Process.GetProcessById(pid))
            if (process.ProcessName != "mosquitto") throw new InvalidOperationException($"process {pid} of {file} is '{process.ProcessName}', not mosquitto");
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-HUP", pid.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        var said = kill.StandardError.ReadToEnd();
        kill.WaitForExit();
        return kill.ExitCode == 0 ? true : throw new InvalidOperationException($"SIGHUP to process {pid}: {said.Trim()}");
    }

    public void Dispose() => _soon?.Dispose();

    [LoggerMessage(1, LogLevel.Information, "The broker's files in {Folder} have changed; it reads them when it gets SIGHUP (Gemeo:Mqtt:PidFile lets this server send it).")]
    static partial void Waiting(ILogger log, string folder);

    [LoggerMessage(2, LogLevel.Error, "The broker's files in {Folder} are stale: {Why}")]
    static partial void Stale(ILogger log, string folder, string why);
}
