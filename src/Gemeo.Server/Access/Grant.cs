using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Log;

namespace Gemeo.Access;

/// <summary>What a key or an account is given: a role, the rooms and things that it is for, until when.</summary>
public sealed record Grant(Role Role, Scope Scope, long? Expires)
{
    const int MostNames = 1000, LongestName = 200, LongestTitle = 64;

    /// <summary>From <c>{role, rooms?, things?, expires?}</c>; or what was expected instead. Pure.</summary>
    public static (Grant? Grant, string? Fault) Read(JsonElement asked, long now)
    {
        if (asked.ValueKind != JsonValueKind.Object) return (null, "expected a JSON object");
        if (Roles.Of(Text(asked, "role")) is not { } role) return (null, "role: expected viewer, operator or admin");
        if (Names(asked, "rooms") is not { } rooms) return (null, $"rooms: expected an array of at most {MostNames} names");
        if (Names(asked, "things") is not { } things) return (null, $"things: expected an array of at most {MostNames} ids");
        var scope = Scope.Of(rooms, things);
        if (role == Role.Admin && !scope.IsEverything) return (null, "role: an admin is of the whole lab, so without rooms and things");
        if (!asked.TryGetProperty("expires", out var given) || given.ValueKind == JsonValueKind.Null) return (new(role, scope, null), null);
        return given.ValueKind == JsonValueKind.String && Instant.TryParse(given.GetString()!, out var expires) && expires > now
            ? (new(role, scope, expires), null) : (null, "expires: expected an ISO 8601 time to come");
    }

    /// <summary>A name as people read it in the log; null when it cannot be one.</summary>
    public static string? Name(JsonElement asked) =>
        Text(asked, "name")?.Trim() is { Length: > 0 and <= LongestTitle } name && IsPlain(name) ? name : null;

    public static string NoName { get; } = $"name: expected 1 to {LongestTitle} characters, none of them a control character";

    public static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static List<string>? Names(JsonElement asked, string name)
    {
        if (!asked.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null) return [];
        if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() > MostNames) return null;
        var names = given.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.String ? n.GetString()! : "").ToList();
        return names.TrueForAll(n => n.Length is > 0 and <= LongestName && IsPlain(n)) ? names : null;
    }

    static bool IsPlain(string text) => !text.Any(char.IsControl);
}
