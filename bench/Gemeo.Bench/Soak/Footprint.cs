using System.Globalization;

namespace Gemeo.Bench.Soak;

/// <summary>What a process holds, as the kernel tells it.</summary>
/// <param name="Megabytes">Resident set, 10^6 bytes.</param>
/// <param name="Handles">Open files, sockets, pipes.</param>
readonly record struct Footprint(double Megabytes, int Handles, int Threads)
{
    public static Footprint Of(int process)
    {
        var status = File.ReadAllLines($"/proc/{process}/status");
        return new Footprint(Number(status, "VmRSS:") * 1.024e-3, Directory.GetFileSystemEntries($"/proc/{process}/fd").Length, Number(status, "Threads:"));
    }

    static int Number(string[] status, string name) =>
        int.Parse(status.First(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", ""), CultureInfo.InvariantCulture);
}
