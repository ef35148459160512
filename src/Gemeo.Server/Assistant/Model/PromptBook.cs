using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Linguistics;
using Microsoft.Extensions.Options;

namespace Gemeo.Assistant.Model;

/// <summary>
/// What the model is told before anything else, from files that people edit: <c>answer.pt.md</c>, <c>answer.en.md</c>.
/// A file in the folder takes the shipped one's place, and is read again when it has changed.
/// </summary>
sealed partial class PromptBook(IOptions<Settings> settings, ILogger<PromptBook> log)
{
    const int MostLetters = 16_000;
    static readonly string[] _names = ["answer.pt.md", "answer.en.md"];
    static readonly string[] _places = ["{lab}", "{now}"];

    readonly string _folder = FolderOf(settings.Value);
    readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    sealed record Kept(DateTime Written, long Length, string Text);

    public static string FolderOf(Settings settings) => Path.GetFullPath(settings.Assistant.Prompts ?? Path.Combine(settings.Lab, "prompts"));

    /// <summary>The template in a language, its places filled.</summary>
    public string Of(Lang lang, string lab, string now) =>
        Template($"answer.{(lang == Lang.Pt ? "pt" : "en")}.md").Replace("{lab}", lab, StringComparison.Ordinal).Replace("{now}", now, StringComparison.Ordinal);

    /// <summary>What is wrong in the folder: files nobody reads, places nobody fills. None when there is no folder.</summary>
    public static IEnumerable<string> Faults(string folder)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var path in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!_names.Contains(name, StringComparer.Ordinal)) yield return $"{path}: no prompt is called so; they are {string.Join(", ", _names)}.";
            else if (Read(path, out var fault) is null) yield return fault!;
        }
    }

    string Template(string name)
    {
        var file = new FileInfo(Path.Combine(_folder, name));
        if (!file.Exists) return Shipped(name);
        var kept = _kept.GetValueOrDefault(name);
        if (kept is not null && kept.Written == file.LastWriteTimeUtc && kept.Length == file.Length) return kept.Text;
        var text = Read(file.FullName, out var fault);
        // A person is in the middle of editing: what was good stays until the file is.
        if (text is null) Unusable(log, fault!);
        return (_kept[name] = new(file.LastWriteTimeUtc, file.Length, text ?? kept?.Text ?? Shipped(name))).Text;
    }

    static string? Read(string path, out string? fault)
    {
        fault = null;
        string text;
        try { text = File.ReadAllText(path).Trim(); }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            fault = $"{path}: it cannot be read: {why.Message}";
            return null;
        }
        fault = Fault(text) is { } wrong ? $"{path}: {wrong}" : null;
        return fault is null ? text : null;
    }

    static string? Fault(string text)
    {
        if (text.Length == 0) return "it is empty.";
        if (text.Length > MostLetters) return $"it has {text.Length} letters; at most {MostLetters} are read.";
        if (Place().Matches(text).FirstOrDefault(m => !_places.Contains(m.Value)) is { } unknown)
            return $"{unknown.Value}: no such place is filled.{Nearest.Hint(unknown.Value, _places)} They are {string.Join(" and ", _places)}.";
        // Without marks nothing that the model says of documents could be checked, so nothing would be shown.
        return !text.Contains("[1]", StringComparison.Ordinal) ? "it must ask for marks such as [1] after what is taken from the documents." : null;
    }

    static string Shipped(string name)
    {
        using var stream = typeof(PromptBook).Assembly.GetManifestResourceStream("Gemeo.Prompts." + name) ?? throw new InvalidOperationException(name);
        return new StreamReader(stream).ReadToEnd().Trim();
    }

    [GeneratedRegex(@"\{[^{}\n]{0,40}\}")]
    private static partial Regex Place();

    [LoggerMessage(1, LogLevel.Warning, "{Fault} The prompt stays as it was.")]
    static partial void Unusable(ILogger log, string fault);
}
