namespace Gemeo.Access.Oidc;

/// <summary>Tokens of an identity provider that open this server.</summary>
public sealed class OidcSettings
{
    /// <summary>Address of the provider, under which <c>/.well-known/openid-configuration</c> stands; without it no token is taken.</summary>
    public string? Issuer { get; set; }

    /// <summary>What a token must be for.</summary>
    public string? Audience { get; set; }

    /// <summary>The claim that names the role; a dot goes deeper (<c>realm_access.roles</c>).</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Which of its values is which role, value → <c>viewer</c>, <c>operator</c> or <c>admin</c>; a value that is not here is taken as the role's own name.</summary>
    public Dictionary<string, string> Roles { get; set; } = [];

    /// <summary>The claim that names the rooms a viewer or operator is for; without it the whole lab.</summary>
    public string? RoomClaim { get; set; }
}
