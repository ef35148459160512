namespace Gemeo.Access.Rights;

/// <summary>How long an identity holds: until it expires or somebody ends it. Those who follow the log look at it about each second.</summary>
/// <param name="expires">Unix microseconds.</param>
public sealed class Pass(long? expires = null)
{
    public const string Revoked = "revoked", Expired = "expired", SignedOut = "signed-out", Changed = "changed";

    volatile string? _ended;

    public long? Expires => expires;

    /// <summary>Somebody ended it before its time.</summary>
    public bool IsEnded => _ended is not null;

    /// <summary>Why it no longer holds; null while it does.</summary>
    public string? Over(long now) => _ended ?? (expires <= now ? Expired : null);

    public void End(string why) => _ended ??= why;
}
