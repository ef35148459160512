using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Gemeo.Tests.Packing;

/// <summary>What ./dev pack hands out, as far as it can be made in seconds: names, archives, the NuGet package. Whole builds take minutes and are made by hand.</summary>
public sealed class PackTests : IDisposable
{
    static readonly string _version = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    readonly string _folder = Folder.New("pack");

    public void Dispose() => Folder.Remove(_folder);

    [Fact]
    public async Task Every_file_is_named_with_its_version_and_for_whom_it_is()
    {
        var (exit, said, _) = await Bash("packing/pack.sh --plan");
        Assert.Equal(0, exit);
        Assert.Equal(
        [
            $"com.gemeo.client-{_version}.tgz", $"Gemeo.Client.{_version}.nupkg", $"Gemeo.Client.{_version}.snupkg",
            $"gemeo-server-{_version}-linux-x64.tar.gz", $"gemeo-cli-{_version}-linux-x64.tar.gz",
            $"gemeo-server-{_version}-linux-arm64.tar.gz", $"gemeo-cli-{_version}-linux-arm64.tar.gz",
            $"gemeo-server-{_version}-win-x64.zip", $"gemeo-cli-{_version}-win-x64.zip",
        ], said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--only amiga", "amiga")]
    [InlineData("--only", "--only what?")]
    [InlineData("--fast", "--fast is not understood")]
    public async Task What_it_does_not_know_is_said_and_nothing_is_made(string line, string sentence)
    {
        var (exit, said, error) = await Bash($"packing/pack.sh --out '{_folder}' {line}");
        Assert.Equal((1, ""), (exit, said));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("tar.gz")]
    [InlineData("zip")]
    public async Task The_same_files_make_the_same_bytes_whenever_they_are_packed(string ending)
    {
        foreach (var round in (string[])["1", "2"])
        {
            var of = Directory.CreateDirectory(Path.Combine(_folder, round, "gemeo", "web")).Parent!.FullName;
            await File.WriteAllTextAsync(Path.Combine(of, "web", "index.html"), "<p>");
            await File.WriteAllTextAsync(Path.Combine(of, "Gemeo.Server"), "#!");
            File.SetLastWriteTimeUtc(Path.Combine(of, "Gemeo.Server"), new DateTime(2020 + int.Parse(round, System.Globalization.CultureInfo.InvariantCulture), 1, 1, 0, 0, 0, DateTimeKind.Utc));
            var (exit, _, error) = await Bash($"source packing/archive.sh; chmod 7{round}0 '{of}/Gemeo.Server'; archive '{of}' '{_folder}/{round}.{ending}'");
            Assert.Equal((0, ""), (exit, error));
        }
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_folder, $"1.{ending}")), await File.ReadAllBytesAsync(Path.Combine(_folder, $"2.{ending}")));

        if (ending == "zip") ZipFile.ExtractToDirectory(Path.Combine(_folder, "1.zip"), Path.Combine(_folder, "out"));
        else Directory.CreateDirectory(Path.Combine(_folder, "out"));
        if (ending != "zip") Assert.Equal(0, (await Bash($"tar -xzf '{_folder}/1.tar.gz' -C '{_folder}/out'")).Exit);
        Assert.Equal("<p>", await File.ReadAllTextAsync(Path.Combine(_folder, "out", "gemeo", "web", "index.html")));
        var (checkedAll, sums, _) = await Bash($"source packing/archive.sh; checksums '{_folder}'; cd '{_folder}' && sha256sum --check SHA256SUMS");
        Assert.Equal((0, $"1.{ending}: OK\n2.{ending}: OK\n"), (checkedAll, sums));
    }

    [Fact]
    public async Task The_NuGet_package_has_both_frameworks_with_their_pages_and_symbols()
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var (exit, said, error) = await Bash($"dotnet pack clients/dotnet/Gemeo.Client --no-build --no-restore -c {configuration} --nologo -v quiet -o '{_folder}'");
        Assert.True(exit == 0, said + error);
        using var package = ZipFile.OpenRead(Path.Combine(_folder, $"Gemeo.Client.{_version}.nupkg"));
        var files = package.Entries.Select(e => e.FullName).ToArray();
        foreach (var framework in (string[])["netstandard2.1", "net10.0"])
            foreach (var ending in (string[])["dll", "xml"]) Assert.Contains($"lib/{framework}/Gemeo.Client.{ending}", files);
        Assert.Contains("README.md", files);
        await using var spec = await package.GetEntry("Gemeo.Client.nuspec")!.OpenAsync();
        var told = XDocument.Load(spec).Descendants().ToLookup(e => e.Name.LocalName);
        Assert.Equal("MIT", told["license"].Single().Value);
        Assert.Equal(["Newtonsoft.Json"], told["dependency"].Select(d => d.Attribute("id")!.Value).Distinct());
        using var symbols = ZipFile.OpenRead(Path.Combine(_folder, $"Gemeo.Client.{_version}.snupkg"));
        Assert.Equal(2, symbols.Entries.Count(e => e.Name == "Gemeo.Client.pdb"));
    }

    static async Task<(int Exit, string Out, string Error)> Bash(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        start.Environment["SOURCE_DATE_EPOCH"] = "1750000000";
        // Called as from a terminal, not from within a test run's MSBuild.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);
        using var bash = Process.Start(start)!;
        var (output, error) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await bash.WaitForExitAsync(patience.Token);
        return (bash.ExitCode, await output, await error);
    }
}
