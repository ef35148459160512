using System.Globalization;
using System.Text.Json;

namespace Gemeo.Devices.Codec;

/// <summary>Walks the members of an object or the items of an array, one level deep, over known-good JSON.</summary>
ref struct JsonChildren
{
    readonly ReadOnlySpan<byte> _json;
    Utf8JsonReader _reader;
    Utf8JsonReader _name;
    readonly bool _object;

    public JsonChildren(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = JsonScan.Reader(json);
        _reader.Read();
        _object = _reader.TokenType == JsonTokenType.StartObject;
        Index = -1;
    }

    public int Index { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool Next()
    {
        if (_reader.CurrentDepth == 0 && Index < 0 && _reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return false;
        if (!_reader.Read() || _reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            return false;
        Index++;
        if (_object)
        {
            _name = _reader;
            _reader.Read();
        }
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        Value = _json[start..(int)_reader.BytesConsumed];
        return true;
    }

    /// <summary>True for the member of that name, or the item at that index (written plainly, without leading zeros).</summary>
    public readonly bool IsNamed(ReadOnlySpan<char> segment)
    {
        if (_object)
            return _name.ValueTextEquals(segment);
        return int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index == Index
            && (segment.Length == 1 || segment[0] != '0');
    }

    /// <summary>The member's name, or the item's index.</summary>
    public readonly string Name() =>
        _object ? _name.GetString()! : Index.ToString(CultureInfo.InvariantCulture);
}
