using System.Globalization;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Range and step of a number. One that no double can hold (1e999) fits nowhere: history could not keep it.</summary>
static class NumberCheck
{
    const double Tolerance = 1e-9;

    public static bool Fits(DataSchema schema, ReadOnlySpan<byte> json)
    {
        if (!double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return false;
        return (schema.Type != DataType.Integer || number == Math.Truncate(number))
            && !(number < schema.Minimum) && !(number > schema.Maximum)
            && !(number <= schema.ExclusiveMinimum) && !(number >= schema.ExclusiveMaximum)
            && (schema.MultipleOf is not { } step || IsMultiple(number, step));
    }

    // 0.3 is a multiple of 0.1 to people, though not to doubles.
    static bool IsMultiple(double number, double step)
    {
        var times = number / step;
        return step <= 0 || Math.Abs(times - Math.Round(times)) <= Tolerance * Math.Max(1, Math.Abs(times));
    }
}
