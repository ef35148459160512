using System.Text.Json;
using Gemeo.Access.Rights;

namespace Gemeo.Access.Oidc;

/// <summary>From a token's claims to who somebody is here. Pure.</summary>
public static class Claims
{
    const int LongestName = 64;

    public static Identity Read(JsonElement claims, OidcSettings settings, long expires)
    {
        var subject = Values(claims, "sub").FirstOrDefault() ?? "";
        var role = Values(claims, settings.RoleClaim).Select(v => Roles.Of(settings.Roles.GetValueOrDefault(v, v)) ?? Role.None).DefaultIfEmpty(Role.None).Max();
        return new(IdentityKind.Subject, subject, Name(claims) ?? subject, role, ScopeOf(claims, settings, role), new Pass(expires));
    }

    // Whoever is told rooms by a claim and has none of them reaches nothing.
    static Scope ScopeOf(JsonElement claims, OidcSettings settings, Role role)
    {
        if (settings.RoomClaim is not { } claim || role == Role.Admin) return Scope.Everything;
        var rooms = Values(claims, claim).ToArray();
        return rooms.Length == 0 ? Scope.Of([], [""]) : Scope.Of(rooms, []);
    }

    static string? Name(JsonElement claims)
    {
        foreach (var claim in (string[])["preferred_username", "name", "email"])
            if (Values(claims, claim).FirstOrDefault() is { Length: > 0 } name)
                return new string([.. name.Where(c => !char.IsControl(c)).Take(LongestName)]);
        return null;
    }

    /// <summary>A claim's texts: one, an array of them, or (as scopes are) several with spaces between.</summary>
    static IEnumerable<string> Values(JsonElement claims, string path)
    {
        if (!claims.TryGetProperty(path, out var at))
        {
            at = claims;
            foreach (var part in path.Split('.'))
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at)) return [];
        }
        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            JsonValueKind.Array => at.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!),
            _ => [],
        };
    }
}
