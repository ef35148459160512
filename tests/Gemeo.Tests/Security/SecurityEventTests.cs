using System.Text.Json.Nodes;
using Gemeo.Log;
using Gemeo.Security;
using Gemeo.Tests.Things;
using Gemeo.Things;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Security;

/// <summary>Incidents: told when they begin, at growing intervals and when they end; never one entry for each.</summary>
public sealed class SecurityEventTests
{
    readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(50));
    readonly FakeThings _things;
    readonly SecurityEvents _events;

    public SecurityEventTests()
    {
        (var grains, _things) = FakeThings.New();
        _events = new(new ReadingInbox(grains), _clock);
    }

    JsonNode[] Written => [.. _things.Things.Values.SelectMany(t => t.Batches).SelectMany(b => b).Select(r => JsonNode.Parse(r.Value)!)];

    async Task Pass(TimeSpan time, Action? each = null)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            each?.Invoke();
            await _events.FlushAsync(CancellationToken.None);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        await _events.FlushAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_million_are_a_handful_of_entries_and_each_is_counted()
    {
        void Thousand() { for (var i = 0; i < 1000; i++) _events.Note(SecurityKind.Flood, "plug", "too fast"); }
        await Pass(TimeSpan.FromSeconds(1000), Thousand);
        await Pass(TimeSpan.FromMinutes(2));
        Assert.InRange(Written.Length, 4, 8);
        Assert.Equal(1_000_000, Written.Sum(w => w["count"]!.GetValue<long>()));
        Assert.Equal(["begins", "ended"], [Written[0]["state"]!.GetValue<string>(), Written[^1]["state"]!.GetValue<string>()]);
        Assert.Equal(1_000_000, Written[^1]["total"]!.GetValue<long>());
        Assert.False(_events.Summary.Single().Open);
    }

    [Fact]
    public async Task One_that_begins_again_is_told_again()
    {
        _events.Note(SecurityKind.Refused, "192.0.2.1", "wrong password");
        await Pass(TimeSpan.FromMinutes(2));
        _events.Note(SecurityKind.Refused, "192.0.2.1", "wrong password");
        await Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(["begins", "ended", "begins", "ended"], Written.Select(w => w["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Somebody_who_makes_up_sources_fills_neither_the_log_nor_the_memory_and_each_is_counted()
    {
        for (var i = 0; i < 20_000; i++) _events.Note(SecurityKind.Refused, $"made-up-{i}", "no");
        await Pass(TimeSpan.FromMinutes(3));
        Assert.InRange(Written.Length, 1, 200);
        Assert.Equal(20_000, Written.Sum(w => w["count"]!.GetValue<long>()));
        Assert.InRange(_events.Summary.Count, 1, 1001);
    }

    [Fact]
    public async Task What_could_not_be_written_is_told_later_with_its_count()
    {
        _things[ThingRegistry.House].Then = _ => throw new LogUnavailableException("full");
        _events.Note(SecurityKind.Flood, "plug", "too fast");
        await Assert.ThrowsAsync<LogUnavailableException>(() => _events.FlushAsync(CancellationToken.None));
        _things[ThingRegistry.House].Then = _ => Task.CompletedTask;
        _things[ThingRegistry.House].Batches.Clear();
        _events.Note(SecurityKind.Flood, "plug", "too fast");
        await Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(2, Written.Sum(w => w["count"]!.GetValue<long>()));
    }
}
