using System.Globalization;

namespace Gemeo.Log;

/// <summary>A place in one log, <c>logId:n</c>; opaque to clients.</summary>
public readonly record struct Cursor(string LogId, long N)
{
    public static bool TryParse(string? text, out Cursor cursor)
    {
        cursor = default;
        var colon = text?.LastIndexOf(':') ?? -1;
        if (colon is <= 0 or > 64 || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return false;
        cursor = new(text![..colon], n);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LogId}:{N}");
}
