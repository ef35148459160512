using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Checks metres and degrees in the scene.</summary>
static class Shape
{
    public static void Numbers(Place place, string name, int count)
    {
        if (place.Get(name) is { } list && !AreNumbers(list, count))
            list.Fault($"expected an array of {count} numbers, in metres");
    }

    /// <summary>Degrees about the upright axis, or three angles.</summary>
    public static void Turn(Place place, string name)
    {
        if (place.Get(name) is { } turn && turn.Kind != JsonValueKind.Number && !AreNumbers(turn, 3))
            turn.Fault("expected degrees about the upright axis, or an array of three angles");
    }

    public static bool AreNumbers(Place list, int count) =>
        list.IsArray && list.Value.GetArrayLength() == count && list.Items().All(n => n.Kind == JsonValueKind.Number);

    /// <summary>The corners of a floor as (x, z), or a fault and nothing.</summary>
    public static List<(double X, double Z)> Polygon(Place floor)
    {
        if (floor.IsArray && floor.Value.GetArrayLength() >= 3 && floor.Items().All(c => AreNumbers(c, 2)))
            return [.. floor.Value.EnumerateArray().Select(c => (c[0].GetDouble(), c[1].GetDouble()))];
        floor.Fault("expected at least three corners [x, z], in metres");
        return [];
    }
}
