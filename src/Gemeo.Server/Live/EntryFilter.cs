using Gemeo.Log;

namespace Gemeo.Live;

/// <summary>Which entries a client wants: by thing, by name of property, action or event, by kind. Empty means all.</summary>
public sealed record EntryFilter(IReadOnlySet<string> Things, IReadOnlySet<string> Names, IReadOnlySet<EntryKind> Kinds)
{
    const int Limit = 10_000;

    public bool All => Things.Count == 0 && Names.Count == 0 && Kinds.Count == 0;

    public bool Takes(Entry entry) =>
        (Things.Count == 0 || Things.Contains(entry.Thing)) && (Names.Count == 0 || Names.Contains(entry.Name)) && (Kinds.Count == 0 || Kinds.Contains(entry.Kind));

    /// <summary>From <c>?thing=a&amp;thing=b</c> or <c>?thing=a,b</c>, likewise <c>name</c> (or <c>property</c>) and <c>kind</c>; null when it is not understood.</summary>
    public static EntryFilter? Of(IQueryCollection query)
    {
        var things = Values(query, "thing");
        var names = Values(query, "name").Concat(Values(query, "property"));
        var kinds = new HashSet<EntryKind>();
        foreach (var text in Values(query, "kind"))
            if (Enum.TryParse<EntryKind>(text, true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0])) kinds.Add(kind);
            else return null;
        return new(things.ToHashSet(), names.ToHashSet(), kinds);
    }

    static IEnumerable<string> Values(IQueryCollection query, string name) =>
        query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Take(Limit);
}
