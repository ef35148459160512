using System.Globalization;
using System.Text;
using System.Text.Json;
using Gemeo.Labs;

namespace Gemeo.Presence;

/// <summary>Somebody's <c>join</c>, read.</summary>
public sealed record Join(string Room, string Name, Pose Pose, string? Token);

/// <summary>What people say over a socket, read and checked. Pure; a fault is what was expected.</summary>
public static class Spoken
{
    const int LongestName = 40;

    public static (Join? Join, string? Fault) Join(JsonElement said, IReadOnlyList<string> rooms, string language)
    {
        if (Text(said, "room") is not { } room || !rooms.Contains(room)) return (null, NoRoom(said, rooms));
        if (Name(said, language) is not { } name) return (null, $"name: expected 1 to {LongestName} characters, none of them a control character");
        if (Pose(said) is not { } pose) return (null, NoPose);
        return (new(room, name, pose, Text(said, "token")), null);
    }

    public static Pose? Pose(JsonElement said)
    {
        if (!said.TryGetProperty("pose", out var given) || given.ValueKind != JsonValueKind.Array || given.GetArrayLength() != 4) return null;
        Span<double> numbers = stackalloc double[4];
        var n = 0;
        foreach (var number in given.EnumerateArray())
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetDouble(out numbers[n++])) return null;
        return Presence.Pose.Of(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    public static string NoPose { get; } = string.Create(CultureInfo.InvariantCulture, $"pose: expected [x, y, z, yaw], metres up to {Presence.Pose.Farthest} and radians");

    // Who names nobody is a visitor; who gives a name that is none is told so.
    static string? Name(JsonElement said, string language)
    {
        if (!said.TryGetProperty("name", out var given) || given.ValueKind == JsonValueKind.Null) return language == "en" ? "Visitor" : "Visitante";
        if (given.ValueKind != JsonValueKind.String) return null;
        var name = given.GetString()!.Trim();
        return name.Length > 0 && name.EnumerateRunes().Count() <= LongestName && !name.EnumerateRunes().Any(Rune.IsControl) ? name : null;
    }

    static string NoRoom(JsonElement said, IReadOnlyList<string> rooms) =>
        $"room: expected one of {string.Join(", ", rooms)}.{Nearest.Hint(Text(said, "room") ?? "", rooms)}";

    static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
