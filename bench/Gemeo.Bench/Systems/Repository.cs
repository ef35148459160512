namespace Gemeo.Bench.Systems;

static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The Release build of a project, which a reference builds along with the bench.</summary>
    public static string Built(string project, string assembly)
    {
        var file = Path.Combine(Root, project, "bin", "Release", "net10.0", assembly + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"{file} is missing: run the bench with -c Release");
    }

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gemeo.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no Gemeo.slnx above the bench: run it from a clone");
    }
}
