using System.Globalization;
using Gemeo.Client;

namespace Gemeo.Cli.History;

/// <summary>Which readings: of one property or event, between two times.</summary>
/// <param name="Points">Of a chart; null for every reading.</param>
sealed record Track(string Thing, string Name, DateTimeOffset? From, DateTimeOffset? To, int? Points)
{
    /// <summary>Their address, from this time on.</summary>
    public string Path(string? from) => Paths.Query($"{Paths.Thing(Thing)}/history/{Uri.EscapeDataString(Name)}",
        ("from", from), ("to", To?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        Points is { } many ? ("points", many.ToString(CultureInfo.InvariantCulture)) : ("limit", "1000"));
}
