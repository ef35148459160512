using System.Collections.Frozen;
using Gemeo.Linguistics.Words;

namespace Gemeo.Linguistics.Lexicons;

/// <summary>
/// Terms that people wrote down with their translation. A file is UTF-8, one pair a line, Portuguese, tab, English; the same
/// term may stand in many lines; empty lines and lines that begin with # are for people.
/// </summary>
public sealed class Glossary
{
    // Of the field, and what every document may speak of.
    static readonly string[] _shipped = ["Gemeo.Linguistics.glossary.tsv", "Gemeo.Linguistics.everyday.tsv"];

    static readonly Lazy<Glossary> _default = new(() => DefaultWith());

    readonly FrozenDictionary<string, string[][]>[] _phrases;

    Glossary(IReadOnlyList<(string Pt, string En)> pairs)
    {
        _phrases = [Side(pairs, Lang.Pt), Side(pairs, Lang.En)];
        Count = pairs.Count;
        Longest = _phrases.SelectMany(p => p.Keys).Select(k => k.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    /// <summary>The one that ships.</summary>
    public static Glossary Default => _default.Value;

    public static Glossary Empty { get; } = new([]);

    /// <summary>How many pairs.</summary>
    public int Count { get; }

    /// <summary>Terms of the longest entry.</summary>
    public int Longest { get; }

    /// <exception cref="InvalidDataException">A line that is no pair; the message says which.</exception>
    public static Glossary Read(params IEnumerable<TextReader> files) => new([.. files.SelectMany(Pairs)]);

    /// <summary>What ships, and files of one's own.</summary>
    public static Glossary DefaultWith(params IEnumerable<TextReader> files) => Read(_shipped.Select(TextReader (name) => Resource(name)).Concat(files));

    static StreamReader Resource(string name) =>
        new(typeof(Glossary).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name));

    /// <summary>The translations of these stems as one term, each as its stems; null when the glossary has no such term.</summary>
    public IReadOnlyList<string[]>? Find(ReadOnlySpan<string> stems, Lang from) =>
        _phrases[(int)from].TryGetValue(string.Join(' ', stems), out var found) ? found : null;

    static IEnumerable<(string Pt, string En)> Pairs(TextReader file)
    {
        var number = 0;
        while (file.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            if (line.Split('\t') is not [var pt, var en] || string.IsNullOrWhiteSpace(pt) || string.IsNullOrWhiteSpace(en))
                throw new InvalidDataException($"Glossary, line {number}: expected Portuguese, one tab, English; found “{line}”.");
            yield return (pt, en);
        }
    }

    static FrozenDictionary<string, string[][]> Side(IReadOnlyList<(string Pt, string En)> pairs, Lang from)
    {
        var phrases = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        foreach (var (pt, en) in pairs)
        {
            var (term, translation) = from == Lang.Pt ? (Stems(pt, Lang.Pt), Stems(en, Lang.En)) : (Stems(en, Lang.En), Stems(pt, Lang.Pt));
            if (term.Length == 0 || translation.Length == 0) continue;
            var key = string.Join(' ', term);
            if (!phrases.TryGetValue(key, out var list)) phrases.Add(key, list = []);
            if (!list.Any(t => t.AsSpan().SequenceEqual(translation))) list.Add(translation);
        }
        return phrases.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }

    static string[] Stems(string text, Lang language) => [.. Terms.Of(text, language).Where(t => !t.Joined).Select(t => t.Stem)];
}
