using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gemeo.Bench.Processes;

/// <summary>A process that the bench started, and ends by its id. Its last words are kept for when it fails.</summary>
sealed class Child : IDisposable
{
    const int LastWords = 40;
    static readonly ConcurrentDictionary<Child, byte> _living = new();
    readonly ConcurrentQueue<string> _said = new();
    readonly Process _process;

    static Child() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var child in _living.Keys)
            child.Dispose();
    };

    Child(string name, Process process)
    {
        Name = name;
        _process = process;
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _living.TryAdd(this, 0);
    }

    public string Name { get; }

    public int Id => _process.Id;

    public bool Ended => _process.HasExited;

    public string Said => string.Join(Environment.NewLine, _said);

    public static Child Start(
        string name, string file, IEnumerable<string> arguments,
        string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        return new Child(name, Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start"));
    }

    /// <summary>Says a line to its standard input.</summary>
    public void Tell(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Processor time used so far, user and kernel.</summary>
    public TimeSpan Cpu()
    {
        _process.Refresh();
        return _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
    }

    /// <summary>Resident set in bytes.</summary>
    public long Resident()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    public void Dispose()
    {
        if (!_living.TryRemove(this, out _))
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit(5000);
        _process.Dispose();
    }

    void Keep(string? line)
    {
        if (line is null)
            return;
        _said.Enqueue(line);
        while (_said.Count > LastWords)
            _said.TryDequeue(out _);
    }
}
