using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Gemeo.Tests.Deploy;

/// <summary>The compose file's processes with the compose file's environment, without containers.</summary>
public sealed class RunHereTests
{
    [Fact]
    public async Task The_compose_files_processes_work_together_and_stop_in_good_order()
    {
        var server = Path.Combine(AppContext.BaseDirectory, "Gemeo.Server.dll");
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Repository.Root, "deploy", "run-here.py"), "--server", "dotnet", server]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var house = Process.Start(start)!;
        var told = house.StandardError.ReadToEndAsync();
        try
        {
            var line = await house.StandardOutput.ReadLineAsync();
            if (line is null) Assert.Fail(await told);
            await Use(JsonNode.Parse(line)!);
        }
        finally { Stop(house); }
        await house.WaitForExitAsync();
        Assert.True(house.ExitCode == 0, await told);
        Assert.Contains("server ended with 0", await told, StringComparison.Ordinal);
        Assert.Contains("postgres ended with 0", await told, StringComparison.Ordinal);
    }

    static async Task Use(JsonNode house)
    {
        using var http = new HttpClient { BaseAddress = new(house["http"]!.GetValue<string>()) };
        Assert.True((await http.GetAsync("/health/ready")).IsSuccessStatusCode);
        // An order goes by Mosquitto to a simulated lamp and its report by PostgreSQL back.
        await Wait.For(async () => (await http.PostAsync("/lab/ligar_luz", null)).IsSuccessStatusCode ? "" : null, "the lamp to obey");
        var devices = await http.GetFromJsonAsync<JsonNode>("/devices/");
        Assert.Equal("external", devices!["mode"]!.GetValue<string>());
        var port = house["mqtt"]!.ToString();
        var (nameless, _) = await Line.Run("mosquitto_pub", "-p", port, "-t", "parking/sensor", "-m", "1,Occupied");
        Assert.NotEqual(0, nameless);
        var (device, said) = await Line.Run("mosquitto_pub", "-p", port, "-u", "device", "-P", house["device"]!.GetValue<string>(), "-q", "1", "-t", "nobody/here", "-m", "hello");
        Assert.True(device == 0, said);
        await Wait.For(async () => (await http.GetStringAsync("/devices/unmatched")).Contains("nobody/here", StringComparison.Ordinal) ? "" : null, "the device's message");
        // Somebody who comes as through a published port, from elsewhere.
        using var far = new HttpRequestMessage(HttpMethod.Get, "/things") { Headers = { { "X-Forwarded-For", "10.0.0.9" } } };
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await http.SendAsync(far)).StatusCode);
    }

    static void Stop(Process house)
    {
        if (!house.HasExited) Process.Start("kill", ["-TERM", $"{house.Id}"]).WaitForExit();
    }
}
