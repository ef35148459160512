using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Gemeo.Log.Moving;

/// <summary>How many rows there are of something, and a hash of them all that does not depend on their order.</summary>
sealed class Tally
{
    public long Count { get; private set; }
    public UInt128 Hash { get; private set; }

    public void Add(UInt128 row) => (Count, Hash) = (Count + 1, unchecked(Hash + row));

    public bool Is(Tally? other) => other is not null && (Count, Hash) == (other.Count, other.Hash);
}

/// <summary>Counts and hashes by part: one for each thing's entries, one for states, commands, documents, minutes and hours.</summary>
sealed class Tallies(IReadOnlyDictionary<long, MovedPoint> points)
{
    readonly Dictionary<string, Tally> _parts = [];
    // Keys differ between databases, names do not.
    readonly Dictionary<long, ulong> _names = points.ToDictionary(p => p.Key, p => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(p.Value.Thing + "\n" + p.Value.Name)));
    readonly Dictionary<long, Tally> _entries = [];
    readonly RowBytes _row = new();

    public long Count(string part) => _parts.TryGetValue(part, out var tally) ? tally.Count : 0;
    public long Entries => _parts.Where(p => p.Key.StartsWith(EntriesOf, StringComparison.Ordinal)).Sum(p => p.Value.Count);

    const string EntriesOf = "entries of ";

    /// <summary>The first part in which the other has something else; null when they are the same.</summary>
    public string? Difference(Tallies other)
    {
        foreach (var part in _parts.Keys.Union(other._parts.Keys))
            if (!(_parts.GetValueOrDefault(part) ?? new()).Is(other._parts.GetValueOrDefault(part) ?? new())) return $"{part}: {Count(part)} there, {other.Count(part)} here";
        return null;
    }

    Tally Part(string name) => _parts.TryGetValue(name, out var known) ? known : _parts[name] = new();

    public IEnumerable<StoredState> Of(IEnumerable<StoredState> things) => Told(things, Part("states"), s => _row.Text(s.Thing).Number(s.Version).Bytes(s.Document));

    public IEnumerable<CommandRow> Of(IEnumerable<CommandRow> commands) => Told(commands, Part("commands"), c => _row.Text(c.Id).Text(c.Thing).Number(c.Open ? 1 : 0).Bytes(c.Document));

    public IEnumerable<MovedDocument> Of(IEnumerable<MovedDocument> documents) => Told(documents, Part("documents"), d => _row.Text(d.Kind).Text(d.Id).Bytes(d.Body));

    public IEnumerable<MovedCell> Of(Rollup rollup, IEnumerable<MovedCell> cells) => Told(cells, Part(rollup == Rollup.Minute ? "minutes" : "hours"), c => _row
        .Number((long)_names[c.Point]).Number(c.Start).Number(c.Piece.Time).Number(c.Piece.Count).Real(c.Piece.Min).Real(c.Piece.Max).Real(c.Piece.Sum).Real(c.Piece.Last).Number(c.Piece.LastTime));

    public IEnumerable<MovedEntry> Of(IEnumerable<MovedEntry> entries)
    {
        foreach (var entry in entries)
        {
            _row.Number(entry.N).Number((long)_names[entry.Point]).Number((long)entry.Kind).Number(entry.Version).Number(entry.Time)
                .Number(entry.DeviceTime ?? long.MinValue).Number(entry.Changed ? 1 : 0).Text(entry.Cause).Bytes(entry.Value);
            OfPoint(entry.Point).Add(_row.Hash());
            yield return entry;
        }
    }

    Tally OfPoint(long point) => _entries.TryGetValue(point, out var known) ? known : _entries[point] = Part(EntriesOf + points[point].Thing);

    IEnumerable<T> Told<T>(IEnumerable<T> rows, Tally tally, Action<T> write)
    {
        foreach (var row in rows)
        {
            write(row);
            tally.Add(_row.Hash());
            yield return row;
        }
    }

    /// <summary>A row as bytes, each field with its length.</summary>
    sealed class RowBytes
    {
        byte[] _bytes = new byte[1024];
        int _length;

        public RowBytes Number(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);
            return this;
        }

        // SQLite does not keep the sign of nothing.
        public RowBytes Real(double value) => Number(BitConverter.DoubleToInt64Bits(value + 0.0));

        public RowBytes Text(string? text) => text is null ? Number(-1) : Bytes(Encoding.UTF8.GetBytes(text));

        public RowBytes Bytes(byte[] value)
        {
            Number(value.Length);
            value.CopyTo(Room(value.Length));
            return this;
        }

        public UInt128 Hash()
        {
            var hash = XxHash128.HashToUInt128(_bytes.AsSpan(0, _length));
            _length = 0;
            return hash;
        }

        Span<byte> Room(int size)
        {
            if (_length + size > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
            return _bytes.AsSpan((_length += size) - size, size);
        }
    }
}
