using System.Globalization;
using Gemeo.Log;
using Gemeo.Tests.Log;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.History;

/// <summary>A past put straight into a server's log: at a time that the test gives, through the one writer.</summary>
sealed class Written(TestServer server, string thing)
{
    readonly Line _line = new(thing);

    public Task Say(string name, params IEnumerable<(DateTimeOffset Time, string Value)> readings) => Say(EntryKind.Property, name, readings);

    public Task Say(EntryKind kind, string name, params IEnumerable<(DateTimeOffset Time, string Value)> readings)
    {
        string? before = null;
        var entries = readings.Select(r =>
        {
            var changed = r.Value != before || kind != EntryKind.Property;
            before = r.Value;
            return _line.Entry(r.Value, kind, name, Instant.Of(r.Time), changed: changed);
        }).ToArray();
        return server.Services.GetRequiredService<LogWriter>().AppendAsync(_line.Next(entries));
    }

    public static string Iso(DateTimeOffset time) => Uri.EscapeDataString(time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
}
