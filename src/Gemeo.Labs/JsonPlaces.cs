using System.Text;
using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>From JSON pointers to lines and columns. Only walked when there is a fault to tell.</summary>
static class JsonPlaces
{
    public sealed record Spot(string Pointer, int Line, int Column);

    /// <summary>Adds line and column to each fault; what is missing is told at the nearest thing that is there.</summary>
    public static IEnumerable<LabFault> Locate(IReadOnlyList<LabFault> faults, byte[] text)
    {
        var starts = new Dictionary<string, int>();
        foreach (var (pointer, start) in Walk(text)) starts.TryAdd(pointer, start);
        return faults.Select(f => f.Line is not null ? f : At(f, starts, text));
    }

    public static Spot? FirstDuplicate(byte[] text)
    {
        var seen = new HashSet<string>();
        foreach (var (pointer, start) in Walk(text))
            if (!seen.Add(pointer)) return Spotted(pointer, start, text);
        return null;
    }

    static LabFault At(LabFault fault, Dictionary<string, int> starts, byte[] text)
    {
        var pointer = fault.Pointer;
        while (!starts.ContainsKey(pointer) && pointer.LastIndexOf('/') is >= 0 and var cut) pointer = pointer[..cut];
        if (!starts.TryGetValue(pointer, out var start)) return fault;
        var spot = Spotted(pointer, start, text);
        return fault with { Line = spot.Line, Column = spot.Column };
    }

    static Spot Spotted(string pointer, int start, byte[] text)
    {
        var before = text.AsSpan(0, start);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(pointer, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <summary>Every value of a JSON text with the place where it (or its name) starts; stops where the text breaks.</summary>
    static List<(string Pointer, int Start)> Walk(byte[] text)
    {
        var found = new List<(string, int)>();
        var reader = new Utf8JsonReader(text, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = LabText.MostDepth,
        });
        try
        {
            if (reader.Read()) Value(ref reader, "", (int)reader.TokenStartIndex, found);
        }
        catch (JsonException)
        {
            // What came before is enough: the break itself has been told.
        }
        return found;
    }

    static void Value(ref Utf8JsonReader reader, string pointer, int start, List<(string, int)> found)
    {
        found.Add((pointer, start));
        if (reader.TokenType == JsonTokenType.StartObject) Members(ref reader, pointer, found);
        else if (reader.TokenType == JsonTokenType.StartArray) Items(ref reader, pointer, found);
    }

    static void Members(ref Utf8JsonReader reader, string pointer, List<(string, int)> found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, start) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            Value(ref reader, $"{pointer}/{JsonPointer.Escape(name)}", start, found);
        }
    }

    static void Items(ref Utf8JsonReader reader, string pointer, List<(string, int)> found)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            Value(ref reader, $"{pointer}/{index}", (int)reader.TokenStartIndex, found);
    }
}
