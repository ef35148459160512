using System.Text.Json.Nodes;
using Gemeo.Devices;
using Gemeo.Log;
using Gemeo.Tests.Things;
using Gemeo.Things;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Devices;

/// <summary>Refused payloads: each is counted, none is lost, and nobody can fill the log or the memory with them.</summary>
public sealed class RejectionTests
{
    static readonly TimeSpan _later = TimeSpan.FromSeconds(11);

    readonly FakeTimeProvider _clock = new();
    readonly FakeThings _things;
    readonly Rejections _rejections;

    public RejectionTests()
    {
        (var grains, _things) = FakeThings.New();
        _rejections = new(new ReadingInbox(grains), _clock);
    }

    JsonNode[] Written => [.. _things.Things.Values.SelectMany(t => t.Batches).SelectMany(b => b).Select(r => JsonNode.Parse(r.Value)!)];

    long Told => Written.Sum(w => w["count"]!.GetValue<long>());

    async Task Refuse(string topic, int times = 1)
    {
        for (var i = 0; i < times; i++) await await _rejections.NoteAsync("sensor", topic, "no number", "x"u8.ToArray(), CancellationToken.None);
    }

    [Fact]
    public async Task The_first_is_written_at_once_and_a_flood_as_one_entry_with_its_count()
    {
        await Refuse("a", 1000);
        Assert.Equal(1, Told);
        _clock.Advance(_later);
        await _rejections.FlushAsync(CancellationToken.None);
        Assert.Equal([1, 999], Written.Select(w => w["count"]!.GetValue<int>()));
        Assert.Equal(1000, _rejections.Newest.Single().Count);
    }

    [Fact]
    public async Task Somebody_who_makes_up_topics_fills_neither_the_log_nor_the_memory_and_each_is_counted()
    {
        for (var i = 0; i < 20_000; i++) await Refuse($"made-up/{i}");
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(_later);
            await _rejections.FlushAsync(CancellationToken.None);
        }
        Assert.Equal(20_000, Told);
        Assert.InRange(Written.Length, 1, 1200);
        Assert.Equal(1000, _rejections.Newest.Count());
    }

    [Fact]
    public async Task What_could_not_be_written_is_counted_on()
    {
        _things["sensor"].Then = _ => throw new LogUnavailableException("full");
        await Assert.ThrowsAsync<LogUnavailableException>(() => Refuse("a"));
        await Assert.ThrowsAsync<LogUnavailableException>(() => Refuse("a"));
        _clock.Advance(_later);
        await Assert.ThrowsAsync<LogUnavailableException>(() => _rejections.FlushAsync(CancellationToken.None));
        _things["sensor"].Then = _ => Task.CompletedTask;
        _things["sensor"].Batches.Clear();
        await Refuse("a");
        Assert.Equal(3, Told);
    }

    [Fact]
    public async Task A_topic_of_64_KB_is_cut_where_it_is_remembered_and_shown()
    {
        await Refuse(new string('t', 65_000));
        Assert.Equal(512, _rejections.Newest.Single().Topic.Length);
        Assert.InRange(Written.Single().ToJsonString().Length, 512, 1000);
        var unmatched = new Unmatched();
        unmatched.Note(new string('t', 65_000), default, DateTimeOffset.UnixEpoch);
        Assert.Equal(512, unmatched.Newest.Single().Topic.Length);
    }
}
