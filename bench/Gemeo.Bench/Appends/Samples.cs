using System.Globalization;
using System.Text;
using Gemeo.Log;

namespace Gemeo.Bench.Appends;

/// <summary>What both sides write, byte for byte alike.</summary>
static class Samples
{
    public static byte[] State { get; } =
        """{"properties":{"distance":{"value":123.4,"time":"2026-01-02T03:04:05.678901Z"}},"desired":{}}"""u8.ToArray();

    public static byte[] Command { get; } = Encoding.UTF8.GetBytes(
        """{"id":"0196f0c2a5b07c6d8f3e0123456789ab","thing":"lamp","of":"action","name":"ligar","state":"sent","created":"2026-01-02T03:04:05.678901Z","sent":"2026-01-02T03:04:05.678901Z","deadline":"2026-01-02T03:04:10.678901Z","timeout":5,"by":"http:127.0.0.1"}""");

    public static string Thing(int n) => string.Create(CultureInfo.InvariantCulture, $"load-{n}");

    public static byte[] Value(long n) => Encoding.ASCII.GetBytes((n / 10.0).ToString(CultureInfo.InvariantCulture));

    public static Entry Entry(int thing, long version, long n) => new()
    {
        Thing = Thing(thing),
        Version = version,
        Kind = EntryKind.Property,
        Name = "distance",
        Value = Value(n),
        Time = TimeProvider.System.Now(),
    };
}
