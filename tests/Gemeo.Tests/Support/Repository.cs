namespace Gemeo.Tests.Support;

/// <summary>Where this checkout lies.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gemeo.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("Gemeo.slnx");
    }
}
