using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Live;

/// <summary>Which entries a client wants: by thing, by name of property, action or event, by kind. Empty means all that it may see.</summary>
public sealed record EntryFilter(IReadOnlySet<string> Things, IReadOnlySet<string> Names, IReadOnlySet<EntryKind> Kinds, Sight Sight)
{
    const int Limit = 10_000;

    bool Any => Things.Count == 0 && Names.Count == 0 && Kinds.Count == 0;

    /// <summary>Whether a whole run of entries can be given as it is.</summary>
    public bool TakesAll(EntryFrames frames) => Any && Sight.TakesAll(frames.HasSecurity);

    public bool Takes(Entry entry) =>
        (Things.Count == 0 || Things.Contains(entry.Thing)) && (Names.Count == 0 || Names.Contains(entry.Name)) && (Kinds.Count == 0 || Kinds.Contains(entry.Kind)) && Sight.Takes(entry);

    public bool Shows(string thing) => (Things.Count == 0 || Things.Contains(thing)) && Sight.Sees(thing);

    /// <summary>From <c>?thing=a&amp;thing=b</c> or <c>?thing=a,b</c>, likewise <c>name</c> (or <c>property</c>) and <c>kind</c>; null when it is not understood.</summary>
    public static EntryFilter? Of(HttpContext http)
    {
        var query = http.Request.Query;
        var things = Values(query, "thing");
        var names = Values(query, "name").Concat(Values(query, "property"));
        var kinds = new HashSet<EntryKind>();
        foreach (var text in Values(query, "kind"))
            if (Enum.TryParse<EntryKind>(text, true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0])) kinds.Add(kind);
            else return null;
        return new(things.ToHashSet(), names.ToHashSet(), kinds, Sight.Of(http));
    }

    /// <summary>The same for the log's own search, as things are now.</summary>
    public Selection Select(bool changedOnly, long from, long to)
    {
        var things = !Sight.IsScoped ? Things : Things.Count == 0 ? Sight.Things : Things.Where(Sight.Sees).ToHashSet();
        // Nothing is left of it; an empty set would mean all.
        if (Sight.IsScoped && things.Count == 0) things = _nobody;
        if (Sight.SeesSecurity) return new(things, Names, Kinds, changedOnly, from, to);
        var kinds = (Kinds.Count == 0 ? _open : Kinds.Where(k => k != EntryKind.Security)).ToHashSet();
        return new(kinds.Count == 0 ? _nobody : things, Names, kinds, changedOnly, from, to);
    }

    static readonly HashSet<string> _nobody = [""];
    static readonly EntryKind[] _open = [EntryKind.Property, EntryKind.Action, EntryKind.Event, EntryKind.Availability];

    static IEnumerable<string> Values(IQueryCollection query, string name) =>
        query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Take(Limit);
}
