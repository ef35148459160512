namespace Gemeo.Cli.Documents;

/// <summary>Files from what was typed: a file, a folder, or a name with * and ? where no shell has opened it.</summary>
static class FilePattern
{
    static readonly string[] _kinds = [".pdf", ".md", ".markdown", ".txt"];

    /// <returns>Each file once, in order; and what is not there.</returns>
    public static (List<string> Files, List<string> Missing) Expand(IEnumerable<string> given)
    {
        var (files, missing) = (new List<string>(), new List<string>());
        foreach (var one in given)
        {
            var found = Of(one).Order(StringComparer.Ordinal).ToList();
            if (found.Count == 0) missing.Add(one);
            files.AddRange(found.Where(f => !files.Contains(f)));
        }
        return (files, missing);
    }

    static IEnumerable<string> Of(string given)
    {
        if (File.Exists(given)) return [given];
        if (Directory.Exists(given)) return Directory.EnumerateFiles(given).Where(f => _kinds.Contains(Path.GetExtension(f).ToLowerInvariant()));
        var (folder, name) = (Path.GetDirectoryName(given) is { Length: > 0 } named ? named : ".", Path.GetFileName(given));
        return name.AsSpan().IndexOfAny('*', '?') >= 0 && Directory.Exists(folder) ? Directory.EnumerateFiles(folder, name) : [];
    }
}
