using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gemeo.Tests.Readme;

/// <summary>What the README says is run as it stands there; only the address is the test's own.</summary>
public sealed partial class ExampleTests
{
    const string Python = "/usr/bin/python3";

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.pt-BR.md")]
    public async Task The_ten_lines_of_Python_print_what_happens_as_it_happens(string readme)
    {
        await using var server = await TestServer.Start(Path.Combine(Repository.Root, "labs", "demo"));
        var code = Example(readme, "python-ws", server);
        Assert.InRange(code.Split('\n').Count(l => l.Trim().Length > 0), 1, 12);
        using var program = Process.Start(new ProcessStartInfo(Python, ["-u", "-c", code]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            await using var device = await server.Device();
            var printed = Lines(program.StandardOutput, line => line.Contains("vaga-1", StringComparison.Ordinal) && line.Contains("ocupada", StringComparison.Ordinal));
            // It may not have connected yet, so the car comes and goes until it is seen.
            using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
            for (var occupied = true; !printed.IsCompleted && !program.HasExited; occupied = !occupied)
            {
                await device.Say("parking/sensor", occupied ? "1,Occupied" : "1,Available");
                await again.WaitForNextTickAsync();
            }
            Assert.True(!program.HasExited || printed.IsCompletedSuccessfully, program.HasExited ? await program.StandardError.ReadToEndAsync() : "");
            Assert.NotNull(await printed.WaitAsync(TimeSpan.FromSeconds(20)));
        }
        finally { program.Kill(); }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.pt-BR.md")]
    public async Task The_plain_POST_turns_on_the_simulated_lamp(string readme)
    {
        var port = Mosquitto.FreePort();
        await using var server = await TestServer.Start(Path.Combine(Repository.Root, "labs", "demo"), null, $"--Gemeo:Mqtt:Port={port}", "--Gemeo:Simulator=true");
        await server.Property("lampada-bancada", "ligada", v => !v.GetValue<bool>());
        var commands = Example(readme, "curl", server).Split('\n').Where(l => l.StartsWith("curl", StringComparison.Ordinal) && l.Contains("/lab/ligar_luz", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(commands);
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", commands[0]]) { RedirectStandardOutput = true })!;
        Assert.Contains("Luz ligada com sucesso!", await shell.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
    }

    static string Example(string readme, string name, TestServer server)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, readme));
        var found = Regex.Match(text, $@"<!-- example: {name} -->\s*```\w*\n(.*?)```", RegexOptions.Singleline);
        Assert.True(found.Success, $"{readme} has no example '{name}'");
        return Address().Replace(found.Groups[1].Value, $"127.0.0.1:{server.Url.Port}");
    }

    static async Task<string?> Lines(StreamReader from, Func<string, bool> fits)
    {
        while (await from.ReadLineAsync() is { } line)
            if (fits(line)) return line;
        return null;
    }

    [GeneratedRegex(@"(127\.0\.0\.1|localhost):8080")]
    private static partial Regex Address();
}
