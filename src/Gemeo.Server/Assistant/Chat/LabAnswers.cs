using System.Text.Json;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Tools;
using Gemeo.Labs;

namespace Gemeo.Assistant.Chat;

/// <summary>Answers questions about the live lab, from what the tools read and nothing else.</summary>
public sealed class LabAnswers(LabTools tools, HistoryTool history, LabHost host)
{
    const int Most = 30, Shown = 5;

    /// <summary>A sentence or a line for each thing asked about; null for what is no question about the lab.</summary>
    public async Task<IReadOnlyList<string>?> Say(Intent intent, Hearer hearer) => intent switch
    {
        Intent.AskState state => await All(state.Of.SelectMany(Whole), a => State(a, hearer), hearer),
        Intent.AskHistory past => await All(past.Of, a => Past(a, past, hearer), hearer),
        Intent.ListThings { Filter: var filter } when filter.Of.All(a => a.Expected is null) => [Places(filter, hearer)],
        Intent.ListThings list => [ListAnswer.Which(await Known(list.Filter), hearer)],
        Intent.HowMany count => [ListAnswer.HowMany(await Known(count.Filter), hearer)],
        _ => null,
    };

    public async Task<string> State(Asked asked, Hearer hearer) => StateAnswer.Say(asked, await tools.Look(asked.Thing, asked.Property), hearer);

    static async Task<IReadOnlyList<string>> All(IEnumerable<Asked> asked, Func<Asked, Task<string>> say, Hearer hearer)
    {
        var all = asked.ToArray();
        var lines = new List<string>();
        foreach (var one in all.Take(Most)) lines.Add(await say(one));
        if (all.Length > Most) lines.Add(hearer.Of($"E mais {all.Length - Most}.", $"And {all.Length - Most} more."));
        return [.. lines.Distinct()];
    }

    // "como está o ar?": everything that it tells.
    static IEnumerable<Asked> Whole(Asked asked) =>
        asked.Property is null && !asked.Reachable && asked.Thing.Properties.Values.Where(p => p.Read is not null).OrderBy(p => p.Name, StringComparer.Ordinal).ToArray() is { Length: > 0 } told
            ? told.Select(p => new Asked(asked.Thing, p.Name)) : [asked];

    async Task<string> Past(Asked asked, Intent.AskHistory past, Hearer hearer)
    {
        var recorded = history.Recall(asked, past.Aggregate, past.When);
        // "desde quando está ligada": perhaps it is not.
        if (past.Aggregate == Aggregate.Since && recorded.At is null) return await State(asked, hearer);
        if (IsWords(asked) && past.Aggregate is Aggregate.Series or Aggregate.Max or Aggregate.Min or Aggregate.Mean or Aggregate.Change && Course(asked, past.When, hearer) is { } course) return course;
        return HistoryAnswer.Say(asked, past.Aggregate, past.When, recorded with { By = Who(recorded.By, hearer) }, hearer);
    }

    static bool IsWords(Asked asked) => asked.Property is { } property && asked.Thing.Properties.GetValueOrDefault(property)?.Schema.Type is not (DataType.Number or DataType.Integer);

    // Words cannot be added up: what was told, newest last.
    string? Course(Asked asked, TimeRange? when, Hearer hearer)
    {
        var told = history.Newest(asked, when, Shown);
        if (told.Count == 0) return null;
        var lines = told.Reverse().Select(t => $"{Wording.Value(asked.Thing, asked.Property!, t.Value, hearer)} {Wording.At(t.At, hearer)}");
        return $"{Wording.Thing(asked.Thing, hearer.Lang)}: {Wording.Property(asked.Thing, asked.Property!, hearer.Lang)}: {string.Join("; ", lines)}.";
    }

    static string? Who(string? by, Hearer hearer)
    {
        if (by is null) return null;
        var colon = by.IndexOf(':', StringComparison.Ordinal);
        var (way, from) = colon < 0 ? (by, "") : (by[..colon], by[(colon + 1)..]);
        var at = from.Length > 0 ? hearer.Of($" (de {from})", $" (from {from})") : "";
        return way switch
        {
            "chat" => hearer.Of("alguém pelo assistente", "somebody through the assistant") + at,
            "mcp" => hearer.Of("um programa pelo MCP", "a program through MCP") + at,
            "http" => hearer.Of("alguém pela API", "somebody through the API") + at,
            "ws" => hearer.Of("alguém pelo WebSocket", "somebody through the WebSocket") + at,
            "gemeo" => hearer.Of("o próprio servidor, depois de uma reconexão", "the server itself, after a reconnect"),
            _ => by,
        };
    }

    async Task<IReadOnlyList<(Asked, Known)>> Known(Filter filter) =>
        await Task.WhenAll(filter.Of.Select(async a => (a, await tools.Look(a.Thing, a.Property))));

    string Places(Filter filter, Hearer hearer)
    {
        var things = filter.Of.Select(a => a.Thing).DistinctBy(t => t.Id).ToArray();
        var rooms = things.GroupBy(t => t.Room).Select(r => $"{(r.Key is null ? "" : Room(r.Key, hearer) + ": ")}{string.Join(", ", r.Select(t => Wording.Thing(t, hearer.Lang)))}");
        return things.Length == 0 ? hearer.Of("Nenhum.", "None.") : string.Join("\n", rooms) + ".";
    }

    string Room(string room, Hearer hearer) =>
        host.Lab.Scene is { ValueKind: JsonValueKind.Object } scene && scene.TryGetProperty("rooms", out var rooms) && rooms.TryGetProperty(room, out var one)
            ? Human.Pick(one, "title", hearer.Lang) ?? NameSet.Spaced(room) : NameSet.Spaced(room);
}
