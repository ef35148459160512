using System.Text.RegularExpressions;
using Gemeo.Security;

namespace Gemeo.Devices.Broker;

/// <summary>What Mosquitto tells on <c>$SYS/broker/log/…</c> of those it refused.</summary>
static partial class MosquittoLog
{
    public const string Topics = "$SYS/broker/log/#", Prefix = "$SYS/broker/log/";

    /// <summary>Null for what is of no concern.</summary>
    public static (string Kind, string Source, string Detail)? Read(string line)
    {
        if (line.Length > 1000) return null;
        if (Denied().Match(line) is { Success: true } denied) return (SecurityKind.ForeignTopic, denied.Groups[1].Value, $"the broker refused what it published on '{denied.Groups[2].Value}'");
        if (Refused().Match(line) is { Success: true } refused) return (SecurityKind.Refused, refused.Groups[1].Value, "the broker refused its connection: not authorised");
        if (TakenOver().Match(line) is { Success: true } taken) return (SecurityKind.ClientId, taken.Groups[1].Value, "somebody came under the client id of one that was there; the broker closed the old connection");
        if (TooLong().Match(line) is { Success: true } tooLong) return (SecurityKind.TooLarge, tooLong.Groups[1].Value, "the broker dropped a message that was too long");
        return null;
    }

    [GeneratedRegex(@"Denied PUBLISH from (\S{1,100}) \(d\d, q\d, r\d, m\d+, '(.{1,200}?)'")]
    private static partial Regex Denied();

    [GeneratedRegex(@"Client (\S{1,100}) disconnected[,:] not authorised")]
    private static partial Regex Refused();

    [GeneratedRegex(@"Client (\S{1,100}) already connected, closing old connection")]
    private static partial Regex TakenOver();

    [GeneratedRegex(@"Dropped too large PUBLISH from (\S{1,100}) ")]
    private static partial Regex TooLong();
}
