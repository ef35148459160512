using System.Globalization;

namespace Gemeo.Fuzz.Victim;

/// <summary>What the server takes of the machine: resident memory of its process and of the reading process it started, threads, handles. Linux.</summary>
public readonly record struct Figures(double Megabytes, double Reading, int Threads, int Handles)
{
    public static Figures Of(int process)
    {
        try
        {
            var children = File.Exists($"/proc/{process}/task/{process}/children")
                ? Directory.EnumerateDirectories($"/proc/{process}/task").SelectMany(t => Read(t + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)) : [];
            return new(Status(process.ToString(CultureInfo.InvariantCulture), "VmRSS:") / 1024, children.Sum(c => Status(c, "VmRSS:")) / 1024,
                (int)Status(process.ToString(CultureInfo.InvariantCulture), "Threads:"), Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count());
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException) { return default; }
    }

    static double Status(string process, string name) =>
        Read($"/proc/{process}/status").Split('\n').FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;

    static string Read(string file)
    {
        try { return File.ReadAllText(file); }
        catch (IOException) { return ""; }
    }
}
