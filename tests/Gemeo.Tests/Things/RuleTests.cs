using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using CsCheck;
using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Tests.Things;

/// <summary>The pure rules under any sequence of readings and orders.</summary>
public sealed class RuleTests
{
    static readonly Gen<string> _names = Gen.OneOf(Gen.Const("ligada"), Gen.Const("brilho"), Gen.Const("a/b"), Gen.Const("ç\"x"));

    static readonly Gen<byte[]> _values = Gen.OneOf(
        Gen.Bool.Select(b => b ? "true" : "false"),
        Gen.Int[-5, 5].Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Int[-5, 5].Select(i => $"{i}.0"),
        Gen.String[0, 8].Select(s => JsonSerializer.Serialize(s))).Select(Encoding.UTF8.GetBytes);

    static readonly Gen<Reading> _readings = Gen.Select(
        Gen.Frequency((8, Gen.Const(EntryKind.Property)), (1, Gen.Const(EntryKind.Event)), (1, Gen.Const(EntryKind.Security))),
        _names, _values, Gen.Long[0, 1_000_000], Gen.Long[0, 3].Select(t => t == 0 ? (long?)null : t),
        (kind, name, value, time, device) => new Reading(kind, name, value, time, device));

    [Fact]
    public void Each_entry_counts_one_version_and_the_state_is_the_last_reading_of_each_property() =>
        _readings.Array[0, 60].Sample(readings =>
        {
            var state = ThingState.Empty;
            var last = new Dictionary<string, byte[]>();
            foreach (var reading in readings)
            {
                if (ReadingRules.Apply(state, "t", reading) is not var (next, entry)) continue;
                Assert.Equal((state.Version + 1, next.Version), (next.Version, entry.Version));
                var known = reading.Kind == EntryKind.Property && last.TryGetValue(reading.Name, out var before) && JsonText.Same(before, reading.Value);
                Assert.Equal(!known, entry.Changed);
                if (reading.Kind == EntryKind.Property) last[reading.Name] = reading.Value;
                state = next;
            }
            Assert.Equal(last.Keys.Order(), state.Properties.Select(p => p.Name).Order());
            Assert.All(state.Properties, p => Assert.True(JsonText.Same(last[p.Name], p.Value)));
        });

    [Fact]
    public void A_reading_with_a_time_of_its_own_is_taken_once_however_often_it_is_sent() =>
        Gen.Select(_values, Gen.Long[1, 9], Gen.Int[1, 5]).Sample((value, time, times) =>
        {
            var state = ThingState.Empty;
            var entries = 0;
            for (var i = 0; i <= times; i++)
                if (ReadingRules.Apply(state, "t", new(EntryKind.Property, "p", value, i, time)) is var (next, _)) (state, entries) = (next, entries + 1);
            Assert.Equal(1, entries);
        });

    [Fact]
    public void What_is_written_of_a_state_is_read_back_the_same() =>
        Gen.Select(_readings.Array[0, 20], Gen.Bool.Nullable(), _values, _names).Sample((readings, available, wish, name) =>
        {
            var state = readings.Aggregate(ThingState.Empty, (s, r) => ReadingRules.Apply(s, "t", r)?.State ?? s);
            state = (state with { Available = available, Since = available is null ? 0 : 5 }).With(new Desired(name, wish, CommandOf.Action, "ligar", wish));
            var again = StateJson.Read(new("t", state.Version, StateJson.Write(state)));
            Assert.Equal(StateJson.Write(state), StateJson.Write(again));
            Assert.Equal(state.Version, again.Version);
        });

    static readonly Gen<(Order Order, Plan Plan)> _orders = Gen.Select(Gen.OneOf(Gen.Const("ligar"), Gen.Const("desligar")), Gen.Bool, Gen.Bool, Gen.Bool, (name, idempotent, confirmed, queue) => (
        new Order { Of = CommandOf.Action, Name = name, Queue = queue ? TimeSpan.FromMinutes(1) : null },
        new Plan(new Form("t", false), null, confirmed ? new Target("ligada", name == "ligar" ? "true"u8.ToArray() : "false"u8.ToArray()) : null, idempotent, true, TimeSpan.FromSeconds(5))));

    [Fact]
    public void An_order_is_spared_only_when_the_device_shows_it_and_sent_only_to_one_that_may_be_there() =>
        Gen.Select(_orders, _orders.Array[0, 4], Gen.Bool.Nullable(), Gen.Bool.Nullable()).Sample((mine, others, available, shown) =>
        {
            var state = ThingState.Empty with { Available = available };
            if (shown is { } on) state = state.With(new PropertyState("ligada", on ? "true"u8.ToArray() : "false"u8.ToArray(), 1, null));
            var underWay = others.Select((o, i) => (Command: Standing(o.Order, i), o.Plan)).ToArray();
            var (verdict, joined) = CommandRules.Decide(state, mine.Order, mine.Plan, underWay);
            var rival = underWay.Any(u => u.Plan.Target is { } t && mine.Plan.Target is { } m && !JsonText.Same(t.Value, m.Value));
            switch (verdict)
            {
                case Verdict.Send: Assert.NotEqual(false, available); break;
                case Verdict.Offline: Assert.True(available == false && mine.Order.Queue is null); break;
                case Verdict.Queue: Assert.True(available == false && mine.Order.Queue is not null); break;
                case Verdict.Already:
                    Assert.True(mine.Plan.Idempotent && available != false && !rival && CommandRules.Shows(state, mine.Plan.Target!));
                    break;
                case Verdict.Join:
                    var other = underWay.Single(u => u.Command.Id == joined);
                    Assert.True(mine.Plan.Idempotent && other.Command.Name == mine.Order.Name);
                    break;
            }
        });

    static Command Standing(Order order, int i) => new()
    {
        Id = $"c{i}",
        Thing = "t",
        Of = order.Of,
        Name = order.Name,
        State = CommandState.Sent,
        Created = DateTimeOffset.UnixEpoch,
        Timeout = 5,
    };

    [Fact]
    public void An_input_passes_exactly_when_its_schema_takes_it() =>
        Gen.Int[-200, 200].Sample(level =>
        {
            var schema = new DataSchema(DataType.Integer, Minimum: 0, Maximum: 100);
            var property = new PropertyAffordance("brilho", schema, new Form("s", false), new Form("w", false), TimeSpan.FromSeconds(1), true);
            var thing = new ThingDescription("t", "T", default, null, null, new Dictionary<string, PropertyAffordance> { ["brilho"] = property }.ToFrozenDictionary(),
                FrozenDictionary<string, ActionAffordance>.Empty, FrozenDictionary<string, EventAffordance>.Empty, null, null);
            var (plan, fault, detail) = CommandRules.Check(thing, new Order { Of = CommandOf.Property, Name = "brilho", Input = JsonSerializer.SerializeToElement(level) });
            Assert.Equal(level is >= 0 and <= 100, plan is not null);
            Assert.Equal(plan is null ? OrderFault.BadInput : null, fault);
            Assert.Equal(plan is null, detail is not null);
        });
}
