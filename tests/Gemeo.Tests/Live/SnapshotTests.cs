using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Log;
using Gemeo.Tests.Support;
using Gemeo.Things;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gemeo.Tests.Live;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_snapshot_and_the_entries_after_it_give_the_final_state_whenever_one_joins()
    {
        await using var server = await Feed.Server();
        using var stop = new CancellationTokenSource();
        var reporting = Enumerable.Range(0, 4).Select(i => Task.Run(() => Report(server, i, stop.Token))).ToArray();
        var last = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var watching = new List<Task<Dictionary<string, (long, string)>>>();
        var head = server.Services.GetRequiredService<Follower>();
        for (var i = 1; i <= 8; i++)
        {
            var joinAt = i * 500;
            await Wait.Until(() => head.Head >= joinAt, "more readings");
            watching.Add(Watch(await server.Live(), last.Task));
        }
        await stop.CancelAsync();
        await Task.WhenAll(reporting);
        await using var final = await server.Live();
        var end = await final.Snapshot();
        var expected = Fold(end);
        last.SetResult(Seen.Place(end.ToJsonString()));
        // One more entry wakes those who have seen everything already.
        await Say(server, 0, "-1");
        foreach (var watcher in watching) Assert.Equal(expected.OrderBy(t => t.Key), (await watcher).OrderBy(t => t.Key));
    }

    static async Task Report(TestServer server, int first, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++) await Say(server, first + i % 5 * 4, $"{i}");
    }

    static async Task Say(TestServer server, int thing, string value) => await await server.Services.GetRequiredService<ReadingInbox>()
        .TakeAsync($"load-{thing + 1}", new Reading(EntryKind.Property, "distance", Encoding.UTF8.GetBytes(value), TimeProvider.System.Now()));

    static async Task<Dictionary<string, (long, string)>> Watch(LiveClient client, Task<long> last)
    {
        await using var _ = client;
        var things = Fold(await client.Next());
        while (true)
        {
            var entry = await client.Next();
            if (last.IsCompleted && Seen.Place(entry.ToJsonString()) > last.Result) return things;
            if (entry["thing"]?.GetValue<string>() is not { } thing) continue;
            var known = things.GetValueOrDefault(thing);
            Assert.Equal(known.Item1 + 1, entry["version"]!.GetValue<long>());
            things[thing] = (known.Item1 + 1, entry["kind"]!.GetValue<string>() == "property" ? entry["value"]!.ToJsonString() : known.Item2 ?? "");
        }
    }

    static Dictionary<string, (long, string)> Fold(JsonNode snapshot) => snapshot["things"]!.AsObject().ToDictionary(
        t => t.Key, t => (t.Value!["version"]!.GetValue<long>(), t.Value["state"]!["properties"]?["distance"]?["value"]?.ToJsonString() ?? ""));
}
