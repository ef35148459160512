namespace Gemeo.Tests.Linguistics;

/// <summary>The data of development, which is no part of the repository and lies in <c>shared/data</c> beside it (or where GEMEO_SHARED says).</summary>
static class SharedData
{
    public static string? Folder { get; } = Candidates().FirstOrDefault(Directory.Exists);

    static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("GEMEO_SHARED") is { Length: > 0 } named) yield return Path.Combine(named, "data");
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent) yield return Path.Combine(folder.FullName, "shared", "data");
    }
}

[AttributeUsage(AttributeTargets.Method)]
sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.Folder is not null ? null! : "shared/data is not beside this checkout";
}
