using System.Globalization;
using System.Text;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Fields of a delimited text payload, found without splitting it.</summary>
static class Fields
{
    public static bool TryGet(ReadOnlySpan<byte> payload, string? delimiter, int index, out ReadOnlySpan<byte> field)
    {
        field = payload;
        if (string.IsNullOrEmpty(delimiter))
            return index == 0;
        if (index < 0)
            return false;
        Span<byte> small = stackalloc byte[16];
        var mark = Mark(delimiter, small);
        for (var at = 0; ; at++)
        {
            var end = field.IndexOf(mark);
            if (at == index)
            {
                field = end < 0 ? field : field[..end];
                return true;
            }
            if (end < 0)
                return false;
            field = field[(end + mark.Length)..];
        }
    }

    /// <summary>Says what is missing. More fields than asked for are fine: other properties may read them.</summary>
    public static string? Fault(Form form, ReadOnlySpan<byte> payload)
    {
        var last = Math.Max(form.Index, Math.Max(form.Key?.Index ?? 0, TimeIndex(form) ?? 0));
        if (TryGet(payload, form.Delimiter, last, out _))
            return null;
        return $"expected at least {last + 1} fields separated by {Expectation.Name(form.Delimiter ?? "")}, got {Reason.Quote(payload)}";
    }

    public static long? Time(Form form, ReadOnlySpan<byte> payload) =>
        TimeIndex(form) is { } index && TryGet(payload, form.Delimiter, index, out var time) ? DeviceTime.Parse(time) : null;

    static int? TimeIndex(Form form) =>
        int.TryParse(form.TimePointer.AsSpan().TrimStart('/'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    static ReadOnlySpan<byte> Mark(string delimiter, Span<byte> small) =>
        Encoding.UTF8.TryGetBytes(delimiter, small, out var length) ? small[..length] : Encoding.UTF8.GetBytes(delimiter);
}
