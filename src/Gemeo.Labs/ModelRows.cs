using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gemeo.Labs;

/// <summary>Reads <c>for</c>: the values of a model's placeholders, one row for each Thing.</summary>
static partial class ModelRows
{
    static readonly IReadOnlyDictionary<string, JsonElement>[] _none = [];

    /// <summary>Ranges are only counted here and made on the way, so a million in a slip of the pen costs nothing.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, JsonElement>> Read(Place model, int most)
    {
        if (model.Get("for") is not { } rows)
        {
            model.Fault("expected \"for\": {\"n\": \"1..10\"} or [{\"ID\": \"a\"}, …]");
            return _none;
        }
        if (rows.IsArray) return List(rows, most);
        if (rows.IsObject) return Product(rows, most);
        rows.Fault($"expected {{\"n\": \"1..10\"}} or [{{\"ID\": \"a\"}}, …], not {PlaceValues.Say(rows.Kind)}");
        return _none;
    }

    static IReadOnlyDictionary<string, JsonElement>[] List(Place rows, int most)
    {
        var before = rows.FaultCount;
        var all = rows.Items().ToList();
        if (all.Count == 0) rows.Fault("expected at least one row");
        if (all.Count > most) rows.Fault($"expected at most {most} more Things, not {all.Count}");
        var names = all.FirstOrDefault()?.Members().Select(m => m.Key).ToHashSet() ?? [];
        foreach (var row in all) CheckRow(row, names);
        return rows.FaultCount > before ? [] : [.. all.Select(r => r.Members().ToDictionary(m => m.Key, m => m.Value))];
    }

    static void CheckRow(Place row, HashSet<string> names)
    {
        if (!row.IsObject) row.Fault($"expected an object of placeholder values, not {PlaceValues.Say(row.Kind)}");
        else if (row.Value.GetPropertyCount() == 0) row.Fault("expected at least one placeholder value");
        else if (!names.SetEquals(row.Members().Select(m => m.Key))) row.Fault($"expected the same names in each row: {string.Join(", ", names)}");
        foreach (var value in row.Members()) CheckValue(value);
    }

    static void CheckValue(Place value)
    {
        CheckName(value);
        if (value.IsObject || value.IsArray) value.Fault("expected a string, a number, true or false");
    }

    static void CheckName(Place variable)
    {
        if (Placeholders.IsReserved(variable.Key)) variable.Fault($"expected another name: {{{{{variable.Key}}}}} is gemeo:template's own");
        else if (!Placeholders.IsName(variable.Key)) variable.Fault("expected a name of letters, digits and _");
    }

    static IEnumerable<IReadOnlyDictionary<string, JsonElement>> Product(Place ranges, int most)
    {
        var before = ranges.FaultCount;
        var variables = ranges.Members().Select(r => (Name: r.Key, Values: Values(r))).ToList();
        if (variables.Count == 0) ranges.Fault("expected at least one range, as in {\"n\": \"1..10\"}");
        var count = variables.Aggregate(1.0, (product, v) => product * v.Values.Count);
        if (count > most) ranges.Fault($"expected at most {most} more Things, not {count:0}");
        return ranges.FaultCount > before ? [] : Rows(variables, 0, []);
    }

    /// <summary>The first variable turns slowest, as in nested loops.</summary>
    static IEnumerable<Dictionary<string, JsonElement>> Rows(
        List<(string Name, IReadOnlyList<JsonElement> Values)> variables, int at, Dictionary<string, JsonElement> row)
    {
        if (at == variables.Count)
        {
            yield return new(row);
            yield break;
        }
        foreach (var value in variables[at].Values)
        {
            row[variables[at].Name] = value;
            foreach (var full in Rows(variables, at + 1, row)) yield return full;
        }
    }

    static IReadOnlyList<JsonElement> Values(Place variable)
    {
        CheckName(variable);
        if (variable.IsArray) return Listed(variable);
        if (variable.Kind == JsonValueKind.String && Range().Match(variable.Value.GetString()!) is { Success: true } range
            && int.TryParse(range.Groups[1].Value, out var from) && int.TryParse(range.Groups[2].Value, out var to) && from <= to)
            return new IntegerRange(from, to);
        variable.Fault("expected a range such as \"1..10\", or an array of values");
        return [];
    }

    static JsonElement[] Listed(Place variable)
    {
        if (!variable.Items().Any()) variable.Fault("expected at least one value");
        foreach (var value in variable.Items().Where(v => v.IsObject || v.IsArray)) value.Fault("expected a string, a number, true or false");
        return [.. variable.Items().Select(v => v.Value)];
    }

    [GeneratedRegex(@"\A\s*(-?\d{1,9})\s*\.\.\s*(-?\d{1,9})\s*\z")]
    private static partial Regex Range();
}
