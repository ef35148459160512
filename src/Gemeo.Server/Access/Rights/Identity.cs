namespace Gemeo.Access.Rights;

public enum IdentityKind : byte { Machine, Key, Account, Subject, Device }

/// <summary>Who asks: this machine, a key, a signed-in account, the subject of a token, or a device.</summary>
/// <param name="Id">Never given to another; holds nothing secret.</param>
/// <param name="Name">As people read it in the log.</param>
/// <param name="Pass">Null: for as long as the server runs.</param>
/// <param name="ByCookie">A browser sends it by itself, so what it changes needs a page of this server.</param>
public sealed record Identity(IdentityKind Kind, string Id, string Name, Role Role, Scope Scope, Pass? Pass = null, bool ByCookie = false)
{
    /// <summary>Whoever is on this machine, without a key: as before there were any.</summary>
    public static readonly Identity Machine = new(IdentityKind.Machine, "local", "local", Role.Admin, Scope.Everything);

    public bool May(Role role) => Role >= role && role != Role.None;

    /// <summary>Is it given what a row says.</summary>
    public bool Has(string role, string scope) => Role == (Roles.Of(role) ?? Role.None) && Scope.Stored() == Scope.Read(scope).Stored();

    /// <summary>Why it no longer holds; null while it does.</summary>
    public string? Over(long now) => Pass?.Over(now);
}

/// <summary>Where a request keeps who asks.</summary>
public static class Acting
{
    static readonly AsyncLocal<Identity?> _now = new();

    /// <summary>Null for nobody.</summary>
    public static Identity? Identity(this HttpContext http) => http.Features.Get<Identity>();

    public static void Is(this HttpContext http, Identity identity) => http.Features.Set(identity);

    /// <summary>For whom tools are used here, where no request is at hand; nobody unless <see cref="For"/> was called before.</summary>
    public static Identity? Now => _now.Value;

    public static void For(Identity? identity) => _now.Value = identity;
}
