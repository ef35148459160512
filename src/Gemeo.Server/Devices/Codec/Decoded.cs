namespace Gemeo.Devices.Codec;

public enum DecodeOutcome
{
    /// <summary>A value that fits the schema.</summary>
    Accepted,

    /// <summary>A good message about something else: another thing's key, or a partial update without this member.</summary>
    NotMine,

    /// <summary>A payload that does not fit; it changes nothing and its reason is recorded.</summary>
    Rejected,
}

/// <summary>What one form made of one payload.</summary>
/// <param name="Value">Compact UTF-8 JSON when accepted; may be shared, so never written to.</param>
/// <param name="DeviceTime">The device's own time in unix microseconds, when it sent one that could be read.</param>
/// <param name="Reason">When rejected: a short English sentence naming what was expected, at most 200 characters, printable.</param>
public readonly record struct Decoded(DecodeOutcome Outcome, byte[]? Value, long? DeviceTime, string? Reason)
{
    internal static Decoded NotMine { get; } = new(DecodeOutcome.NotMine, null, null, null);

    internal static Decoded Accept(byte[] value, long? time) => new(DecodeOutcome.Accepted, value, time, null);

    internal static Decoded Reject(string reason) => new(DecodeOutcome.Rejected, null, null, Codec.Reason.Bound(reason));
}
