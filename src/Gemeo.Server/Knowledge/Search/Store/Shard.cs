namespace Gemeo.Knowledge.Search.Store;

/// <summary>
/// The passages of one language: stems with their postings, and each passage's words in order. One writer at a time and no
/// reader meanwhile; the index sees to it.
/// </summary>
sealed class Shard
{
    // Removed passages stay in the postings until they are as many as the others and worth the trouble.
    const int WorthClearing = 1024;

    readonly Names _surfaces = new();
    readonly Names _stems = new();
    readonly List<int> _stemOf = [];
    readonly List<Postings> _postings = [];
    readonly LikeStems _like = new();
    readonly Dictionary<int, int> _slotOf = [];
    readonly List<int> _ids = [];
    readonly List<int> _lengths = [];
    readonly List<byte[]?> _forward = [];
    readonly List<byte> _packing = [];
    long _length;

    public int Count => _slotOf.Count;

    /// <summary>Slots, those of removed passages included.</summary>
    public int Slots => _ids.Count;

    public int Stems => _stems.Count;

    public double MeanLength => Count == 0 ? 1 : (double)_length / Count;

    public bool IsWorthClearing => Slots - Count > Math.Max(WorthClearing, Count);

    public int Id(int slot) => _ids[slot];

    public int Length(int slot) => _lengths[slot];

    public byte[]? Words(int slot) => _forward[slot];

    public int StemOf(int surface) => _stemOf[surface];

    public int FindSurface(string surface) => _surfaces.Find(surface);

    public int FindStem(string stem) => _stems.Find(stem);

    public Postings Postings(int stem) => _postings[stem];

    public int Live(string stem) => _stems.Find(stem) is >= 0 and var id ? _postings[id].Live : 0;

    public IEnumerable<(string Stem, double Likeness)> Like(string stem, double least) =>
        _like.Find(stem, least, id => _postings[id].Live > 0, id => _stems[id]).Select(l => (_stems[l.Stem], l.Likeness));

    public void Add(AnalysedPassage passage)
    {
        var slot = _ids.Count;
        var length = 0;
        foreach (var sentence in passage.Sentences)
        {
            foreach (var term in sentence)
            {
                AddWord(slot, term.Surface, term.Stem, term.Joined);
                if (!term.Joined) length++;
            }
            Forward.WriteBorder(_packing);
        }
        AddSlot(passage.Id, length);
    }

    void AddWord(int slot, string surface, string stem, bool joined)
    {
        if (_surfaces.Add(surface, out var word)) _stemOf.Add(StemId(stem));
        _postings[_stemOf[word]].Add(slot);
        Forward.Write(_packing, word, joined);
    }

    void AddSlot(int id, int length)
    {
        _slotOf.Add(id, _ids.Count);
        _ids.Add(id);
        _lengths.Add(length);
        _length += length;
        _forward.Add([.. _packing]);
        _packing.Clear();
    }

    int StemId(string stem)
    {
        if (!_stems.Add(stem, out var id)) return id;
        _postings.Add(new());
        _like.Add(id, stem);
        return id;
    }

    public bool Remove(int id)
    {
        if (!_slotOf.Remove(id, out var slot)) return false;
        var seen = new HashSet<int>();
        var (words, at) = (_forward[slot]!, 0);
        while (Forward.Next(words, ref at, out var surface, out _))
            if (surface != Forward.Border && seen.Add(_stemOf[surface])) _postings[_stemOf[surface]].Remove();
        _length -= _lengths[slot];
        _forward[slot] = null;
        return true;
    }

    /// <summary>The same without what removed passages left. Only reads this one.</summary>
    public Shard Cleared()
    {
        var fresh = new Shard();
        for (var slot = 0; slot < Slots; slot++)
        {
            if (_forward[slot] is not { } words) continue;
            var at = 0;
            while (Forward.Next(words, ref at, out var surface, out var joined))
            {
                if (surface == Forward.Border) Forward.WriteBorder(fresh._packing);
                else fresh.AddWord(fresh.Slots, _surfaces[surface], _stems[_stemOf[surface]], joined);
            }
            fresh.AddSlot(_ids[slot], _lengths[slot]);
        }
        return fresh;
    }
}
