namespace Gemeo.Bench.Processes;

/// <summary>A folder that goes with its owner. It lies on the same disk as the system's temporary files: say so in results.</summary>
sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gemeo-bench-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is just ending may still write; the system empties its temporary folder.
        }
    }
}
