using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gemeo.Fuzz.Victim;

/// <summary>Looks at a fresh server: what it has by name, and keys of each role.</summary>
public static partial class Surroundings
{
    public static async Task LearnAsync(Target target, string labFile, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = target.Url };
        var things = (await http.GetFromJsonAsync<JsonArray>("/things", cancel))!;
        target.Names = new(
            [.. things.Select(t => t!["id"]!.GetValue<string>())],
            [.. things.SelectMany(t => (string[])["properties", "actions", "events"], (t, of) => t![of] as JsonObject).OfType<JsonObject>().SelectMany(o => o.Select(p => p.Key)).Distinct()],
            [.. Topic().Matches(await File.ReadAllTextAsync(labFile, cancel)).Select(m => m.Groups[1].Value.Replace("{{n}}", "1", StringComparison.Ordinal)).Distinct().Where(t => t != Witness.LampStatus)]);
        target.LesserKeys = [await KeyAsync(http, "viewer", cancel), await KeyAsync(http, "operator", cancel)];
    }

    static async Task<string> KeyAsync(HttpClient http, string role, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync("/access/keys", new { name = "fuzz-" + role, role }, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(cancel))!["key"]!.GetValue<string>();
    }

    [GeneratedRegex("\"(?:href|mqv:topic|mqv:filter)\":\\s*\"([^\"]+)\"")]
    private static partial Regex Topic();
}
