using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Gemeo.Bench.Report;

/// <summary>On what it ran: without this a figure says nothing.</summary>
static class Hardware
{
    const string Load = "/proc/loadavg";

    public static IEnumerable<string[]> Rows()
    {
        yield return ["processor", Processor()];
        yield return ["cores", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture) + " (shared by load generator, broker, system and clients)"];
        yield return ["memory", $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30):0.0} GiB"];
        yield return ["kernel", RuntimeInformation.OSDescription + ", " + Environment.OSVersion.VersionString];
        yield return ["load average before", File.Exists(Load) ? string.Join(' ', File.ReadAllText(Load).Split(' ')[..3]) : "unknown"];
        yield return [".NET", RuntimeInformation.FrameworkDescription + ", " + RuntimeInformation.ProcessArchitecture];
        yield return ["Mosquitto", Said(File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto", "-h").Split('\n')[0]];
        yield return ["Python", Said("/usr/bin/python3", "-c",
            "import sys, fastapi, uvicorn, websockets, paho.mqtt; " +
            "print(f'{sys.version.split()[0]}, FastAPI {fastapi.__version__}, uvicorn {uvicorn.__version__}, ' " +
            "f'websockets {websockets.__version__}, paho {paho.mqtt.__version__}')")];
    }

    static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }

    static string Said(string file, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit(5000);
            return said;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "not installed";
        }
    }
}
