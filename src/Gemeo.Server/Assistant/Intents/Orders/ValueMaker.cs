using System.Globalization;
using System.Text.Json;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Labs;

namespace Gemeo.Assistant.Intents.Orders;

/// <summary>Turns what was said into a value that the thing accepts, or finds that it does not.</summary>
static class ValueMaker
{
    static readonly Dictionary<string, double> _seconds = new() { ["s"] = 1, ["min"] = 60, ["h"] = 3600 };

    /// <summary>Whether a value could be meant for this input at all, whatever its size.</summary>
    public static bool Suits(Value value, Doable doable)
    {
        if (!doable.TakesNumber) return false;
        if (value.Extreme != Extreme.None) return !double.IsNaN(Bound(value.Extreme, doable.Input!));
        return value.Unit is null || doable.Input!.Unit is not { } unit || Factor(value.Unit, unit) is not null;
    }

    /// <summary>The JSON value; null when it lies outside.</summary>
    public static JsonElement? Make(Value value, DataSchema schema)
    {
        var number = value.Extreme == Extreme.None ? value.Number!.Value * (Factor(value.Unit, schema.Unit) ?? 1) : Bound(value.Extreme, schema);
        return Fits(number, schema) ? Json(number, schema) : null;
    }

    public static double? Delta(Value value, DataSchema schema, bool down)
    {
        var number = value.Number * (Factor(value.Unit, schema.Unit) ?? 1);
        return schema.Type == DataType.Integer && number is { } n && !double.IsInteger(n) ? null : down ? -number : number;
    }

    /// <summary>16–30 °C</summary>
    public static string Range(Doable? doable)
    {
        if (doable?.Values is { IsEmpty: false } values) return string.Join(", ", values.All.Select(v => v.GetString()));
        if (doable?.Input is not { } schema) return "";
        var unit = schema.Unit is { } u ? u == "%" ? "%" : " " + u : "";
        var step = schema.MultipleOf is { } m ? string.Create(CultureInfo.InvariantCulture, $" (±{m})") : "";
        return schema switch
        {
            { Minimum: { } least, Maximum: { } most } => string.Create(CultureInfo.InvariantCulture, $"{least}–{most}{unit}{step}"),
            { Minimum: { } least } => string.Create(CultureInfo.InvariantCulture, $"≥ {least}{unit}{step}"),
            { Maximum: { } most } => string.Create(CultureInfo.InvariantCulture, $"≤ {most}{unit}{step}"),
            _ => unit.Trim(),
        };
    }

    static bool Fits(double number, DataSchema schema)
    {
        if (!double.IsFinite(number) || number < schema.Minimum || number > schema.Maximum) return false;
        if (number <= schema.ExclusiveMinimum || number >= schema.ExclusiveMaximum) return false;
        if (schema.Type == DataType.Integer && !double.IsInteger(number)) return false;
        if (schema.MultipleOf is not { } step) return true;
        var times = number / step;
        return Math.Abs(times - Math.Round(times)) <= 1e-9 * Math.Max(1, Math.Abs(times));
    }

    static JsonElement Json(double number, DataSchema schema) => JsonElement.Parse(
        schema.Type == DataType.Integer || (double.IsInteger(number) && Math.Abs(number) < 1e15)
            ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture));

    // Half is a number only where the scale is from nothing to all.
    static double Bound(Extreme extreme, DataSchema schema) => extreme switch
    {
        Extreme.Max => schema.Maximum ?? double.NaN,
        Extreme.Min => schema.Minimum ?? double.NaN,
        _ => schema is { Minimum: 0, Maximum: { } most } ? most / 2 : double.NaN,
    };

    /// <summary>By what to multiply; null when the units are of different kinds.</summary>
    static double? Factor(string? from, string? to)
    {
        if (from is null || to is null || from == to) return 1;
        return _seconds.TryGetValue(from, out var a) && _seconds.TryGetValue(to, out var b) ? a / b : null;
    }
}
