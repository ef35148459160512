using System.Collections.Immutable;

namespace Gemeo.Labs;

/// <summary>Opens a lab: a folder with <c>lab.json</c>, and perhaps <c>things/*.td.json</c> beside it.</summary>
public static class LabFile
{
    public const string Name = "lab.json";

    /// <param name="folder">The folder, or the path of its <c>lab.json</c>.</param>
    /// <exception cref="LabException">The lab has faults: all of them are in it.</exception>
    public static Lab Load(string folder)
    {
        var reading = new LabReading(FolderOf(folder));
        var lab = reading.Read();
        return lab ?? throw new LabException(reading.Faults());
    }

    /// <summary>Every fault of the lab; empty when it is fit to run.</summary>
    /// <remarks>Also asks the editors' JSON Schema, which <see cref="Load"/> leaves out: starting its library costs a
    /// third of a second, and it knows no fault that the code does not (a test holds them together).</remarks>
    public static ImmutableArray<LabFault> Check(string folder)
    {
        var reading = new LabReading(FolderOf(folder));
        return reading.Read() is null ? reading.Faults() : reading.SecondOpinion();
    }

    static string FolderOf(string path)
    {
        var full = Path.GetFullPath(path);
        return Path.GetFileName(full) == Name && !Directory.Exists(full) ? Path.GetDirectoryName(full)! : full;
    }
}
