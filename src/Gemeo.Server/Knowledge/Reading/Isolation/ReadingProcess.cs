using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gemeo.Knowledge.Reading.Isolation;

/// <summary>
/// Reads in a process of its own, which is ended when it takes too long or too much, whatever the file does to the library.
/// One file at a time; the process is kept for the next one and ended when none comes.
/// </summary>
public sealed class ReadingProcess(TimeProvider time) : IDocumentReader, IDisposable
{
    static readonly TimeSpan _idle = TimeSpan.FromSeconds(30);
    static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    /// <summary>A busy machine may take long to start a process; that is not the file's fault.</summary>
    static readonly TimeSpan _start = TimeSpan.FromMinutes(2);

    readonly SemaphoreSlim _one = new(1, 1);
    readonly Lock _lock = new();
    Process? _process;
    long _memory;
    ITimer? _end;

    /// <summary>Of the process that is kept, if one is.</summary>
    public int? Id
    {
        get
        {
            lock (_lock) return _process?.Id;
        }
    }

    public async IAsyncEnumerable<DocumentPage> ReadAsync(
        string file, ReadingLimits limits, Action<DocumentInfo>? opened, [EnumeratorCancellation] CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        var whole = false;
        try
        {
            var process = await TakeAsync(limits.Memory, cancel);
            var end = time.GetTimestamp() + (long)((limits.Document + _grace).TotalSeconds * time.TimestampFrequency);
            await SendAsync(process, file, limits, cancel);
            for (var read = 0; ;)
            {
                var frame = await NextAsync(process, limits, end, read + 1, cancel);
                if (frame.Kind == FrameKind.Alive) read++;
                else if (frame.Kind == FrameKind.Opened) opened?.Invoke(frame.Take(r => r.ReadInfo()));
                else if (frame.Kind == FrameKind.Page) yield return frame.Take(r => r.ReadPage());
                else
                {
                    whole = true;
                    if (frame.Kind == FrameKind.Fault) throw frame.Take(r => new ReadingException(r.ReadFault()!, r.ReadInt32() is > 0 and var at ? at : null));
                    yield break;
                }
            }
        }
        finally
        {
            // Cancelled or broken off, it would go on reading for nobody.
            if (!whole) End();
            else EndWhenIdle();
            _one.Release();
        }
    }

    Task<Frame> NextAsync(Process process, ReadingLimits limits, long end, int page, CancellationToken cancel)
    {
        var left = TimeSpan.FromSeconds(Math.Max(0, (double)(end - time.GetTimestamp()) / time.TimestampFrequency));
        return NextAsync(process, left < limits.Page + _grace ? left : limits.Page + _grace, page, cancel);
    }

    async Task<Frame> NextAsync(Process process, TimeSpan within, int page, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            // An ended process has ended its output: the file did that.
            return await Frame.ReadAsync(process.StandardOutput.BaseStream, either.Token) ?? throw new ReadingException(ReadingFault.Broken, page);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new ReadingException(ReadingFault.TooSlow, page);
        }
    }

    static async Task SendAsync(Process process, string file, ReadingLimits limits, CancellationToken cancel)
    {
        var order = Frame.Make(FrameKind.Read, w =>
        {
            w.Write(Path.GetFullPath(file));
            w.Write(limits);
        });
        await Task.Run(() => order.Write(process.StandardInput.BaseStream), cancel);
    }

    async Task BegunAsync(Process process, CancellationToken cancel)
    {
        try
        {
            await NextAsync(process, _start, 0, cancel);
        }
        catch (ReadingException why)
        {
            throw new InvalidOperationException("The reading process did not begin.", why);
        }
    }

    async Task<Process> TakeAsync(long memory, CancellationToken cancel)
    {
        Process process;
        lock (_lock)
        {
            _end?.Dispose();
            _end = null;
            if (_process is { HasExited: false } && _memory == memory) return _process;
            EndNow();
            _memory = memory;
            process = _process = Start(memory);
        }
        await BegunAsync(process, cancel);
        return process;
    }

    static Process Start(long memory)
    {
        var (program, arguments) = Command();
        var start = new ProcessStartInfo(program, [.. arguments, ReadingWorker.Verb])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = memory.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        // A process that dies of its stack tells all of it; nobody needs to hear.
        process.BeginErrorReadLine();
        return process;
    }

    static (string Program, string[] Arguments) Command() =>
        Command(Environment.ProcessPath ?? "dotnet", typeof(ReadingProcess).Assembly.Location, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"));

    /// <summary>This very program: its own host, or dotnet with our assembly when something else (a test) hosts us.</summary>
    /// <param name="assembly">Empty when the program is a single file.</param>
    internal static (string Program, string[] Arguments) Command(string host, string assembly, string? dotnet)
    {
        var name = Name(host);
        if (assembly.Length == 0 || name == Path.GetFileNameWithoutExtension(assembly)) return (host, []);
        return (name == "dotnet" ? host : dotnet ?? "dotnet", [assembly]);
    }

    // Only on Windows a program has an ending; elsewhere the "Server" of Gemeo.Server would be taken for one.
    static string Name(string host) => host.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(host) : Path.GetFileName(host);

    void EndWhenIdle()
    {
        lock (_lock) _end = time.CreateTimer(_ => EndIdle(), null, _idle, Timeout.InfiniteTimeSpan);
    }

    void EndIdle()
    {
        if (!_one.Wait(0)) return;
        End();
        _one.Release();
    }

    void End()
    {
        lock (_lock) EndNow();
    }

    void EndNow()
    {
        if (_process is not { } process) return;
        _process = null;
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
        process.Dispose();
    }

    public void Dispose()
    {
        _end?.Dispose();
        End();
        _one.Dispose();
    }
}
