namespace Gemeo.Hosting;

/// <summary>Where things are when nobody says: the demo lab above or beside the program, data beside the labs, loopback only.</summary>
public static class Places
{
    public static void Apply(IConfigurationManager configuration)
    {
        var lab = FindLab(configuration["Gemeo:Lab"] ?? "labs/demo");
        var given = new Dictionary<string, string?> { ["Gemeo:Lab"] = lab };
        if (configuration["Gemeo:Data"] is null)
        {
            var labs = Path.GetDirectoryName(lab)!;
            var root = Path.GetFileName(labs) == "labs" ? Path.GetDirectoryName(labs)! : Directory.GetCurrentDirectory();
            given["Gemeo:Data"] = Path.Combine(root, "data", Path.GetFileName(lab));
        }
        if (configuration["urls"] is null) given["urls"] = "http://127.0.0.1:8080";
        configuration.AddInMemoryCollection(given);
    }

    // `dotnet run --project src/Gemeo.Server`, an IDE and a published program all start in different folders.
    static string FindLab(string lab)
    {
        if (Path.IsPathRooted(lab)) return Path.TrimEndingDirectorySeparator(lab);
        foreach (var start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, lab))) return Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder.FullName, lab)));
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(lab));
    }
}
