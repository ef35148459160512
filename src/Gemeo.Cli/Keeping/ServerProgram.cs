using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Gemeo.Cli.Keeping;

/// <summary>The server's program, started to do something else than to serve: it has the databases' code, this tool has not.</summary>
sealed class ServerProgram(string path)
{
    const string Name = "Gemeo.Server";

    /// <summary>As it was named, or the one beside this tool, or of this checkout, or in the PATH; null when there is none.</summary>
    public static ServerProgram? Find(string? named)
    {
        string[] folders = [AppContext.BaseDirectory, Path.GetDirectoryName(Environment.ProcessPath) ?? "", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)];
        var path = named ?? folders.Where(f => f.Length > 0).SelectMany(f => Names.Select(n => Path.Combine(f, n))).FirstOrDefault(File.Exists);
        return path is null || !File.Exists(path) ? null : new(path);
    }

    static string[] Names => OperatingSystem.IsWindows() ? [Name + ".exe", Name + ".dll"] : [Name, Name + ".dll"];

    /// <summary>What it says, a JSON document a line. Cancelled, it is asked to stop, and what it had begun is undone.</summary>
    /// <exception cref="ServerFailedException">With its sentence.</exception>
    public async IAsyncEnumerable<JsonObject> Run(IEnumerable<string> args, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var process = Process.Start(Line(args))!;
        var said = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
                if (line.StartsWith('{') && JsonNode.Parse(line) is JsonObject document) yield return document;
        }
        finally
        {
            // What it writes to has no name until it is whole.
            if (cancel.IsCancellationRequested && !process.HasExited) process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
        if (process.ExitCode != 0) throw new ServerFailedException((await said).Trim());
    }

    ProcessStartInfo Line(IEnumerable<string> args)
    {
        var isLibrary = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        return new(isLibrary ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet" : path, [.. isLibrary ? [path] : Array.Empty<string>(), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
    }
}

/// <summary>The server's program ended with a sentence.</summary>
sealed class ServerFailedException(string sentence) : Exception(sentence);
