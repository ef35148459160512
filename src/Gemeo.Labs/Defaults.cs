using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>What a lab says once for all its Things: context, security, broker. A TD that has its own keeps it.</summary>
sealed class Defaults(JsonElement lab)
{
    static readonly string[] _shared = ["@context", "security", "securityDefinitions", "base"];

    /// <summary>The TD made whole, and which members were lent to it.</summary>
    public (JsonElement Thing, IReadOnlySet<string> Lent) Complete(JsonElement thing)
    {
        var lent = thing.ValueKind == JsonValueKind.Object
            ? _shared.Where(s => lab.TryGetProperty(s, out _) && !thing.TryGetProperty(s, out _)).ToHashSet()
            : [];
        return (lent.Count == 0 ? thing : JsonElement.Parse(Merge(thing, lent)), lent);
    }

    byte[] Merge(JsonElement thing, HashSet<string> lent) => CompactJson.Of(writer =>
    {
        writer.WriteStartObject();
        foreach (var name in lent)
        {
            writer.WritePropertyName(name);
            lab.GetProperty(name).WriteTo(writer);
        }
        foreach (var member in thing.EnumerateObject()) member.WriteTo(writer);
        writer.WriteEndObject();
    });
}
