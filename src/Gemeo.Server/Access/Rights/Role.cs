namespace Gemeo.Access.Rights;

/// <summary>What somebody may do anywhere that their scope reaches; each may what those before it may.</summary>
public enum Role : byte
{
    /// <summary>Known, and allowed nothing: a token whose claim names no role.</summary>
    None,
    /// <summary>Reads.</summary>
    Viewer,
    /// <summary>Also gives orders and adds documents.</summary>
    Operator,
    /// <summary>Also changes what the lab is and who may come in. Always for the whole lab.</summary>
    Admin,
}

public static class Roles
{
    /// <summary>From its name, as it is stored and sent.</summary>
    public static Role? Of(string? name) => name switch
    {
        "viewer" => Role.Viewer,
        "operator" => Role.Operator,
        "admin" => Role.Admin,
        _ => null,
    };

    public static string Name(this Role role) => role.ToString().ToLowerInvariant();
}
