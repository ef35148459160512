namespace Gemeo.Access.Store;

/// <summary>A key of the API: shown once when it is made, then only its hash is known. Times are microseconds since 1970, as in the log.</summary>
public sealed class ApiKey
{
    /// <summary>The part of the key that may be shown and logged.</summary>
    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret part: it is random, so nothing slower is needed.</summary>
    public required byte[] Hash { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c> or <c>admin</c>.</summary>
    public required string Role { get; set; }

    /// <summary>The rooms and things that it is for, as <c>room:bancada</c> and <c>thing:lampada-bancada</c>, one on a line; empty for all.</summary>
    public string Scope { get; set; } = "";
    public long Created { get; init; }
    public string CreatedBy { get; init; } = "";
    public long? Expires { get; set; }
    public long? Revoked { get; set; }
}

/// <summary>A person who signs in on the web page with a password.</summary>
public sealed class Account
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required string PasswordHash { get; set; }
    public required string Role { get; set; }
    public string Scope { get; set; } = "";
    public long Created { get; init; }
    public long? Disabled { get; set; }
}

/// <summary>One signed-in browser.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of what the cookie holds.</summary>
    public required byte[] Hash { get; init; }
    public required string AccountId { get; init; }
    public long Created { get; init; }
    public long Expires { get; set; }
}

/// <summary>User and password of one device at the broker, and the things that it speaks for.</summary>
public sealed class DeviceCredential
{
    public required string User { get; init; }

    /// <summary>As Mosquitto writes it (<c>$7$iterations$salt$hash</c>, PBKDF2 with SHA-512), so that its password file can be made from it.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>Ids of its things, one on a line; its topics follow from their Thing Descriptions.</summary>
    public required string Things { get; set; }

    /// <summary>The client id that it must use; empty for any that nobody else is bound to.</summary>
    public string ClientId { get; set; } = "";
    public long Created { get; init; }
    public string CreatedBy { get; init; } = "";
    public long? Revoked { get; set; }
}
