using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>A JSON value together with where it stands, so that whoever finds a fault in it can say where.</summary>
sealed class Place
{
    readonly Origin _origin;
    readonly Place? _parent;
    readonly string _key;

    public Place(JsonElement value, Origin origin) : this(value, origin, null, "") { }

    Place(JsonElement value, Origin origin, Place? parent, string key)
    {
        Value = value;
        _origin = origin;
        _parent = parent;
        _key = key;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    public JsonElement Value { get; }
    public int Depth { get; }
    public string Key => _key;
    public JsonValueKind Kind => Value.ValueKind;
    public bool IsObject => Kind == JsonValueKind.Object;
    public bool IsArray => Kind == JsonValueKind.Array;

    /// <summary>Only computed when somebody asks: a lab without faults never builds a pointer.</summary>
    public string Pointer => _parent is null
        ? _origin.Pointer
        : (IsInherited ? "" : _parent.Pointer) + "/" + JsonPointer.Escape(_key);

    /// <summary>File and pointer, for a sentence.</summary>
    public string Where => $"{File} {Pointer}";

    string File => IsInherited ? _origin.DefaultsFile : _parent?.File ?? _origin.File;

    bool IsLent => IsInherited || _parent is { IsLent: true };

    // Members that the lab lends to a Thing stand at the lab's root, not in the Thing.
    bool IsInherited => _parent is { _parent: null } && _origin.Inherited.Contains(_key);

    public Place? Get(string name) =>
        IsObject && Value.TryGetProperty(name, out var value) ? Child(value, name) : null;

    public IEnumerable<Place> Members()
    {
        if (!IsObject) yield break;
        foreach (var member in Value.EnumerateObject()) yield return Child(member.Value, member.Name);
    }

    public IEnumerable<Place> Items()
    {
        if (!IsArray) yield break;
        var index = 0;
        foreach (var item in Value.EnumerateArray()) yield return Child(item, index++.ToString());
    }

    /// <summary>Faults found so far, anywhere: to tell whether a part had any of its own.</summary>
    public int FaultCount => _origin.Faults.Count;

    // What the lab lends is the same fault in every Thing: said without an instance, it is told once.
    public void Fault(string expected) => _origin.Faults.Add(File, Pointer, expected + (IsLent ? "" : _origin.Remark));

    /// <summary>A fault of a member that is not there (or of one found by name).</summary>
    public void Fault(string name, string expected)
    {
        if (Get(name) is { } member) member.Fault(expected);
        else Fault(expected);
    }

    Place Child(JsonElement value, string key) => new(value, _origin, this, key);
}

/// <param name="File">File that the root value was read from.</param>
/// <param name="Pointer">Where the root value stands in it.</param>
/// <param name="Inherited">Members of the root that the lab's defaults supplied.</param>
/// <param name="Remark">Added to each fault: which instance of a model.</param>
sealed record Origin(FaultList Faults, string File, string Pointer, IReadOnlySet<string> Inherited, string Remark = "")
{
    public static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    public string DefaultsFile { get; init; } = File;
}
