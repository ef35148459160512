using System.Diagnostics;

namespace Gemeo.Tests.Deploy;

/// <summary>Programs of this machine.</summary>
static class Line
{
    public static async Task<(int Exit, string Said)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await error);
    }
}

/// <summary>Runs where a program is installed that is too large to be asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program) =>
        Skip = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(p => File.Exists(Path.Combine(p, program))) ? null! : $"{program} is not installed here";
}
