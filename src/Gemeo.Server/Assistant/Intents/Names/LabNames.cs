using System.Collections.Immutable;
using System.Text.Json;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Names;

/// <summary>Everything that a lab calls anything, made once for a lab.</summary>
sealed class LabNames
{
    readonly HashSet<string> _stems = [];

    public LabNames(Lab lab, Vocabulary vocabulary)
    {
        Lab = lab;
        Language = Langs.Of(lab.Language) ?? Lang.Pt;
        Vocabulary = vocabulary;
        Verbs = new(vocabulary.Verbs);
        Rooms = ReadRooms(lab.Scene, vocabulary);
        Things = [.. lab.Things.Select((t, i) => new ThingNames(t, i, t.Room is { } room ? RoomOf(room) : null, vocabulary))];
        var reader = new DoableReader(vocabulary, Verbs, Language);
        foreach (var thing in Things) thing.Learn(reader.Of(thing));
        Shortcuts = [.. lab.Shortcuts.Select(s => ShortcutNames.Of(s, this)).OfType<ShortcutNames>()];
        Collect();
    }

    public Lab Lab { get; }
    public Lang Language { get; }
    public Vocabulary Vocabulary { get; }
    public Verbs Verbs { get; }
    public Dictionary<string, NameSet> Rooms { get; }
    public ImmutableArray<ThingNames> Things { get; }
    public ImmutableArray<ShortcutNames> Shortcuts { get; }

    public IReadOnlyList<ThingNames> Of(IEnumerable<string> ids) => [.. ids.Select(id => Things.FirstOrDefault(t => t.Thing.Id == id)).OfType<ThingNames>()];

    /// <summary>It names a room, perhaps shortened: lab.</summary>
    public bool IsRoom(Token word) => Things.Any(t => t.RoomFit(word) > 0);

    /// <summary>Something in the lab is called so.</summary>
    public bool Knows(Token word) => _stems.Contains(word.Stem) || _stems.Contains(word.Text);

    public bool KnowsWord(string folded) => _stems.Contains(folded) || _stems.Contains(Stems.Of(folded));

    /// <summary>Those of some words that together are a room's whole name.</summary>
    public IReadOnlySet<string> RoomWords(IEnumerable<Token> words)
    {
        var stems = words.Select(w => w.Stem).ToHashSet();
        return Rooms.Values.SelectMany(r => r.WholeWithin(stems)).ToHashSet();
    }

    /// <summary>The name that a mistyped word was meant to be; null when there is none, or several as near.</summary>
    /// <param name="most">One slip may be mended silently; more is only good enough for a question back.</param>
    public string? Nearest(Token word, int most = 1)
    {
        var text = word.Text;
        if (text.Length < 5 || !text.All(char.IsLetter) || Knows(word)) return null;
        var (found, ties) = ((string?)null, 0);
        foreach (var stem in _stems)
        {
            if (stem.Length < 4 || stem[0] != text[0] || char.IsAsciiDigit(stem[^1])) continue;
            var slips = Math.Min(Stems.Slips(word.Stem, stem, most), Stems.Slips(text, stem, most));
            if (slips > most) continue;
            (ties, most) = (slips == most && found is not null ? ties + 1 : 0, slips);
            found = stem;
        }
        return ties == 0 ? found : null;
    }

    NameSet RoomOf(string room)
    {
        if (Rooms.TryGetValue(room, out var names)) return names;
        Rooms[room] = names = new();
        names.Add(NameSet.Spaced(room), Vocabulary);
        return names;
    }

    static Dictionary<string, NameSet> ReadRooms(JsonElement scene, Vocabulary vocabulary)
    {
        var rooms = new Dictionary<string, NameSet>();
        if (scene.ValueKind != JsonValueKind.Object || !scene.TryGetProperty("rooms", out var all) || all.ValueKind != JsonValueKind.Object) return rooms;
        foreach (var room in all.EnumerateObject())
        {
            rooms[room.Name] = new();
            rooms[room.Name].AddAll(Human.Texts(room.Value, "title").Select(t => t.Text).Append(NameSet.Spaced(room.Name)), vocabulary);
        }
        return rooms;
    }

    void Collect()
    {
        foreach (var room in Rooms.Values) _stems.UnionWith(room.Stems);
        foreach (var thing in Things)
        {
            foreach (var names in (NameSet[])[thing.Title, thing.Id, thing.Kind]) _stems.UnionWith(names.Stems);
            _stems.UnionWith(thing.DescriptionStems);
            foreach (var property in thing.Properties) _stems.UnionWith(property.Title.Stems);
            foreach (var doable in thing.Doables) _stems.UnionWith(doable.Nouns.Stems);
        }
    }
}
