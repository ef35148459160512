using System.Collections.Frozen;
using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Reads the words that say how a payload is made: content type, pointer, delimiter, key, words, template.</summary>
static class Payload
{
    /// <summary>A form without its topic; null after a fault that makes the rest senseless.</summary>
    public static Form? Read(Place form, bool reads, bool writes)
    {
        if (IsJson(form) is not { } json) return null;
        var delimiter = Delimiter(form, json);
        if (!reads) form.Get("gemeo:time")?.Fault("expected \"gemeo:time\" only where something is read");
        return new("", json,
            Pointer(form, "gemeo:pointer", json) ?? "",
            Time(form, json, delimiter),
            delimiter,
            Index(form, delimiter),
            Key(form, json, delimiter),
            Words(form, writes),
            Templates.Read(form, json, writes));
    }

    /// <summary>TD 1.1: <c>application/json</c> unless it says otherwise.</summary>
    static bool? IsJson(Place form)
    {
        var type = (form.Text("contentType") ?? "application/json").Split(';')[0].Trim().ToLowerInvariant();
        if (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal)) return true;
        if (type.StartsWith("text/", StringComparison.Ordinal)) return false;
        form.Fault("contentType", "expected application/json (the default), a …+json type, or text/plain");
        return null;
    }

    public static string? Pointer(Place form, string word, bool json)
    {
        if (form.Text(word) is not { } pointer) return null;
        if (!json) form.Fault(word, $"expected \"{word}\" only with a JSON contentType");
        if (JsonPointer.IsValid(pointer)) return pointer;
        form.Fault(word, $"expected a JSON pointer such as \"/state\", not \"{pointer}\"");
        return null;
    }

    static string? Delimiter(Place form, bool json)
    {
        if (form.Text("gemeo:delimiter") is not { } delimiter) return null;
        if (json) form.Fault("gemeo:delimiter", "expected \"gemeo:delimiter\" only with \"contentType\": \"text/plain\"");
        if (delimiter.Length > 0) return delimiter;
        form.Fault("gemeo:delimiter", "expected a delimiter that is not empty, such as \",\"");
        return null;
    }

    static int Index(Place form, string? delimiter)
    {
        if (form.Whole("gemeo:index", 0, 1000) is not { } index) return 0;
        if (form.Get("gemeo:delimiter") is null && delimiter is null)
            form.Fault("gemeo:index", "expected \"gemeo:delimiter\" beside \"gemeo:index\"");
        return index;
    }

    /// <summary>A pointer into JSON, or the number of a field in delimited text.</summary>
    static string? Time(Place form, bool json, string? delimiter)
    {
        if (form.Get("gemeo:time") is not { } time) return null;
        if (json) return Pointer(form, "gemeo:time", json);
        if (delimiter is null) time.Fault("expected \"gemeo:time\" only with JSON or delimited text");
        var field = time.Kind == JsonValueKind.String ? time.Value.GetString()! : time.Value.GetRawText();
        if (int.TryParse(field, System.Globalization.NumberStyles.None, null, out var index) && index <= 1000) return index.ToString();
        time.Fault("expected the number of a field, counted from 0");
        return null;
    }

    static FormKey? Key(Place form, bool json, string? delimiter)
    {
        if (form.Object("gemeo:key") is not { } key) return null;
        foreach (var extra in key.Members().Where(m => m.Key is not ("index" or "pointer" or "equals")))
            extra.Fault($"expected only \"index\" or \"pointer\", and \"equals\", in a key; not \"{extra.Key}\"");
        var (pointer, index, value) = (key.Text("pointer"), key.Whole("index", 0, 1000), KeyValue(key));
        if (pointer is null == index is null) key.Fault("expected either \"index\" (delimited text) or \"pointer\" (JSON) in a key");
        else if (pointer is not null && !json) key.Fault("pointer", "expected \"index\": a key is found by pointer in JSON only");
        else if (pointer is not null && !JsonPointer.IsValid(pointer)) key.Fault("pointer", $"expected a JSON pointer such as \"/id\", not \"{pointer}\"");
        else if (index is not null && delimiter is null) key.Fault("index", "expected \"gemeo:delimiter\" beside a key by index");
        else if (SamePlace(form, pointer, index)) key.Fault("expected the key elsewhere than the value");
        return value is null ? null : new(pointer, index ?? 0, value);
    }

    static bool SamePlace(Place form, string? pointer, int? index) => pointer is not null
        ? form.Get("gemeo:pointer") is { Kind: JsonValueKind.String } at && at.Value.ValueEquals(pointer)
        : (form.Get("gemeo:index") is { Kind: JsonValueKind.Number } field && field.Value.TryGetInt32(out var n) ? n : 0) == index;

    static string? KeyValue(Place key)
    {
        if (key.Get("equals") is not { } value) key.Fault("expected \"equals\", the key of this Thing");
        else if (value.Kind is JsonValueKind.String) return value.Value.GetString();
        else if (value.Kind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) return value.Value.GetRawText();
        else value.Fault("expected a string, a number, true or false");
        return null;
    }

    static FrozenDictionary<string, byte[]>? Words(Place form, bool writes)
    {
        if (form.Object("gemeo:words") is not { } words) return null;
        if (!words.Members().Any()) words.Fault("expected at least one word, as in {\"ON\": true, \"OFF\": false}");
        var read = words.Members().Select(w => (Word: w, Json: CompactJson.Of(w.Value))).ToList();
        if (writes)
            foreach (var twin in read.GroupBy(w => Convert.ToHexString(w.Json)).SelectMany(g => g.Skip(1)))
                twin.Word.Fault("expected one word for each value, since what is sent would be in doubt");
        return read.ToFrozenDictionary(w => w.Word.Key, w => w.Json);
    }
}
