using System.Text.Json;
using Gemeo.Simulator.Devices;
using Gemeo.Simulator.Load;

namespace Gemeo.Simulator;

/// <summary><c>simulator.json</c>: the devices of a lab, or a load of many sensors, or both.</summary>
/// <param name="Seed">The same seed gives the same readings.</param>
/// <param name="Load">Many sensors that publish for as long as the lab runs; null for none.</param>
public sealed record SimulatorFile(IReadOnlyList<DeviceEntry>? Devices = null, int Seed = 1, LoadPlan? Load = null)
{
    static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a file, or the <c>simulator.json</c> of a lab's folder. A bare list of devices is fine too.</summary>
    /// <exception cref="SimulatorFileException">Not there, or not as it should be; the message names the file and the fault.</exception>
    public static async Task<SimulatorFile> ReadAsync(string path, CancellationToken stop)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, "simulator.json") : path;
        try
        {
            var text = await File.ReadAllTextAsync(file, stop);
            return Check(text.AsSpan().TrimStart().StartsWith("[")
                ? new SimulatorFile(JsonSerializer.Deserialize<DeviceEntry[]>(text, _options))
                : JsonSerializer.Deserialize<SimulatorFile>(text, _options)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or SimulatorFileException)
        {
            throw new SimulatorFileException($"{file}: {fault.Message}", fault);
        }
    }

    static SimulatorFile Check(SimulatorFile file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var device in file.Devices ?? [])
        {
            if (device.Id.Length == 0 || device.Id.AsSpan().ContainsAny('/', '+', '#'))
                throw new SimulatorFileException($"\"{device.Id}\" cannot be an id: it must fit into simulator/<id>");
            if (!seen.Add(device.Id))
                throw new SimulatorFileException($"two devices are called {device.Id}");
            DeviceKinds.Make(device, file.Seed);
        }
        if (file.Load?.Fault() is { } fault)
            throw new SimulatorFileException($"load: {fault}");
        return file;
    }
}

public sealed class SimulatorFileException(string message, Exception? cause = null) : Exception(message, cause);
