using System.Collections.Immutable;
using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>One reading of a lab's folder: its texts, its faults, and the lab if there are none.</summary>
sealed class LabReading
{
    const int MostThings = 100_000;

    readonly string _folder;
    readonly List<LabFault> _list = [];
    readonly FaultList _faults;
    readonly Dictionary<string, byte[]> _texts = [];
    readonly List<(Place Place, ThingDescription? Thing)> _things = [];
    bool _modelsAreWhole = true;

    public LabReading(string folder)
    {
        _folder = folder;
        _faults = new(_list);
    }

    /// <summary>Null when there are faults.</summary>
    public Lab? Read()
    {
        if (!Directory.Exists(_folder)) _faults.Add(LabFile.Name, "", $"expected a folder {_folder}");
        else if (Open(LabFile.Name) is { } root) return Read(new Place(root, new(_faults, LabFile.Name, "", Origin.Nothing)));
        return null;
    }

    /// <summary>With line and column wherever the text is at hand.</summary>
    public ImmutableArray<LabFault> Faults() =>
        [.. _list.GroupBy(f => f.File).SelectMany(g => _texts.TryGetValue(g.Key, out var text) ? JsonPlaces.Locate([.. g], text) : g)];

    /// <summary>What the editors' schema says of a lab in which the code finds no fault.</summary>
    public ImmutableArray<LabFault> SecondOpinion()
    {
        foreach (var (file, text) in _texts)
            foreach (var fault in LabSchema.Faults(JsonElement.Parse(text, LabText.Options), file)) _faults.Add(fault);
        return Faults();
    }

    Lab? Read(Place lab)
    {
        if (!lab.IsObject)
        {
            lab.Fault($"expected a lab, an object, not {PlaceValues.Say(lab.Kind)}");
            return null;
        }
        var header = LabHeader.Read(lab);
        ReadThings(lab);
        CheckIds();
        var known = new KnownThings(_things, _things.Select(t => Id(t.Place)).OfType<string>(), _modelsAreWhole);
        var shortcuts = ShortcutReader.Read(lab, known);
        var scene = SceneReader.Read(lab, _folder, known, _things);
        return _faults.Count > 0 ? null
            : new(_folder, header.Name, header.Language, header.TimeZone, [.. _things.Select(t => t.Thing!)], shortcuts, scene);
    }

    JsonElement? Open(string name)
    {
        if (LabText.Read(Path.Combine(_folder, name), name, _faults) is not { } text) return null;
        _texts[name] = text;
        return LabText.Parse(text, name, _faults);
    }

    void ReadThings(Place lab)
    {
        var defaults = new Defaults(lab.Value);
        foreach (var thing in lab.Array("things")?.Items() ?? [])
            Add(thing.Value, LabFile.Name, thing.Pointer, defaults);
        foreach (var file in ThingFiles())
            if (Open(file) is { } td) Add(td, file, "", defaults);
        foreach (var model in lab.Array("models")?.Items() ?? [])
            ReadModel(model, defaults);
    }

    void ReadModel(Place model, Defaults defaults)
    {
        var before = _faults.Count;
        var origin = new Origin(_faults, LabFile.Name, model.Pointer + "/model", Origin.Nothing);
        ModelReader.Read(model, origin, defaults, MostThings - _things.Count, _things);
        _modelsAreWhole &= _faults.Count == before;
    }

    string[] ThingFiles()
    {
        var folder = Path.Combine(_folder, "things");
        if (!Directory.Exists(folder)) return [];
        var files = Directory.GetFiles(folder, "*.td.json").Select(f => "things/" + Path.GetFileName(f)).Order(StringComparer.Ordinal).ToArray();
        if (files.Length <= MostThings) return files;
        _faults.Add("things", "", $"expected at most {MostThings} Things");
        return [];
    }

    void Add(JsonElement td, string file, string pointer, Defaults defaults)
    {
        var (whole, lent) = defaults.Complete(td);
        var place = new Place(whole, new(_faults, file, pointer, lent) { DefaultsFile = LabFile.Name });
        if (_things.Count < MostThings) _things.Add((place, ThingReader.Read(place)));
        else place.Fault($"expected at most {MostThings} Things in a lab");
    }

    void CheckIds()
    {
        var seen = new Dictionary<string, Place>();
        foreach (var (place, thing) in _things)
            if (Id(place) is { } id && !seen.TryAdd(id, place))
                place.Fault("id", $"expected an id of its own; \"{id}\" is also {seen[id].Where}");
    }

    static string? Id(Place thing) =>
        thing.Get("id") is { Kind: JsonValueKind.String } id ? id.Value.GetString() : null;
}
