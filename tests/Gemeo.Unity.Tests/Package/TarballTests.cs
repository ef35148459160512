using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Gemeo.Unity.Tests.Package;

/// <summary>What <c>npm pack</c> makes of the package: the tarball that Unity's package manager takes.</summary>
public sealed class TarballTests
{
    [NpmFact]
    public void The_tarball_holds_exactly_what_belongs_into_it()
    {
        var packed = JsonNode.Parse(Npm(Upm.Root, "pack", "--dry-run", "--json"))!.AsArray().Single()!;
        var files = packed["files"]!.AsArray().Select(f => f!["path"]!.GetValue<string>()).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(Upm.All().Where(p => File.Exists(Upm.PathOf(p))).Order(StringComparer.Ordinal), files);
        Assert.DoesNotContain(files, f => Path.GetExtension(f) is ".csproj" or ".dll" or ".pdb" or ".user" || f.Split('/').Any(part => part is "bin" or "obj" or "node_modules"));
        Assert.Contains("Documentation~/index.md", files);
        Assert.Contains("Samples~/LightButton/LightButton.cs", files);
        Assert.Equal($"com.gemeo.client-{Upm.Manifest["version"]}.tgz", packed["filename"]!.GetValue<string>());
    }

    [NpmFact]
    public void Its_root_is_the_folder_package()
    {
        var folder = Folder.New("tarball");
        try
        {
            Npm(Upm.Root, "pack", "--pack-destination", folder);
            using var packed = new GZipStream(File.OpenRead(Directory.GetFiles(folder, "*.tgz").Single()), CompressionMode.Decompress);
            var names = Names(packed).ToArray();
            Assert.All(names, name => Assert.StartsWith("package/", name, StringComparison.Ordinal));
            Assert.Contains("package/package.json", names);
            Assert.Contains("package/Third Party Notices.md", names);
        }
        finally { Folder.Remove(folder); }
    }

    static IEnumerable<string> Names(Stream tar)
    {
        using var reader = new TarReader(tar);
        while (reader.GetNextEntry() is { } entry) yield return entry.Name;
    }

    static string Npm(string folder, params string[] args)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var wrong = npm.StandardError.ReadToEndAsync();
        var said = npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0 ? said : throw new InvalidOperationException(wrong.Result);
    }

    /// <summary>Where there is no npm the reason is told; the rest of the package is tested all the same.</summary>
    sealed class NpmFactAttribute : FactAttribute
    {
        public NpmFactAttribute()
        {
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
            if (!folders.Any(f => File.Exists(Path.Combine(f, "npm")) || File.Exists(Path.Combine(f, "npm.cmd")))) Skip = "npm is not installed";
        }
    }
}
