namespace Gemeo.Knowledge.Search.Store;

/// <summary>Numbers for strings, in the order in which they came.</summary>
sealed class Names
{
    readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    readonly List<string> _names = [];

    public int Count => _names.Count;

    public string this[int id] => _names[id];

    public int Find(string name) => _ids.TryGetValue(name, out var id) ? id : -1;

    /// <returns>Whether it is new.</returns>
    public bool Add(string name, out int id)
    {
        if (_ids.TryGetValue(name, out id)) return false;
        id = _names.Count;
        _ids.Add(name, id);
        _names.Add(name);
        return true;
    }
}
