using CsCheck;
using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Tests.Client;

/// <summary>The pure rules of the client, with random inputs.</summary>
public sealed class ReaderTests
{
    static readonly Gen<JToken> _leaf = Gen.OneOf(
        Gen.Bool.Select(b => (JToken)b), Gen.Long.Select(n => (JToken)n), Gen.Int[-100, 100].Select(n => (JToken)n),
        Gen.Double[-1e9, 1e9].Select(n => (JToken)n), Gen.String.Select(s => (JToken)s), Gen.Const((JToken)JValue.CreateNull()), Gen.Const((JToken)"2026-11-25T21:20:41.002460Z"));

    static readonly Gen<JToken> _any = Gen.OneOf(_leaf, _leaf.Array[0, 3].Select(a => (JToken)new JArray(a)), _leaf.Array[0, 3].Select(a => (JToken)new JObject(a.Select((v, n) => new JProperty("m" + n, v)))));

    static readonly string[] _members = ["cursor", "thing", "version", "kind", "name", "value", "time", "deviceTime", "changed", "cause", "other", "type"];

    static JToken Right(string member) => member switch
    {
        "version" => 7,
        "changed" => true,
        "time" or "deviceTime" => "2026-11-25T21:20:41.002460Z",
        "kind" => "property",
        _ => member + "-1",
    };

    static readonly Gen<JObject> _message =
        from given in Gen.Shuffle(_members[..^1])
        from wrong in Gen.Select(Gen.Int[0, 8], _any).Array[given.Length]
        from left in Gen.Int[0, 4]
        from typed in Gen.Int[0, 9]
        select new JObject(given.Skip(left).Select((m, n) => new JProperty(m, wrong[n].Item1 == 0 || m == "value" ? wrong[n].Item2 : Right(m))).Concat(typed == 0 ? [new JProperty("type", "heartbeat")] : []));

    [Fact]
    public void An_entry_is_read_as_its_document_says_whatever_lies_where()
    {
        var read = 0;
        _message.Sample(message =>
        {
            var entry = new EntryReader().Read(message.Line());
            var expected = message.ContainsKey("type") || message.Text("cursor") is null || message.Text("thing") is null || message.Text("name") is null;
            Assert.Equal(expected, entry is null);
            if (entry is null) return;
            Interlocked.Increment(ref read);
            Assert.Equal((message.Text("cursor"), message.Text("thing"), message.Text("name"), message.Text("cause")), (entry.Cursor, entry.Thing, entry.Name, entry.Cause));
            Assert.Equal((message.Count("version"), message.Flag("changed"), EntryReader.KindOf(message.Text("kind"))), (entry.Version, entry.Changed, entry.Kind));
            Assert.Equal((message.Time("time") ?? default, message.Time("deviceTime")), (entry.Time, entry.DeviceTime));
            Assert.Equal(Value.Of(message.At("value")), entry.Value);
        }, iter: 5000);
        Assert.True(read > 500, $"only {read} of them were entries");
    }

    [Theory]
    [InlineData("{\"cursor\":\"c\",\"thing\":\"t\",\"name\":\"n\"")]
    [InlineData("{\"cursor\":\"c\",\"thing\":\"t\",\"name\":\"n\",\"value\":")]
    [InlineData("{\"cursor\":")]
    [InlineData("{")]
    public void A_text_that_breaks_off_is_no_entry(string text) => Assert.ThrowsAny<Newtonsoft.Json.JsonException>(() => new EntryReader().Read(text));

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"type\":\"heartbeat\",\"cursor\":\"c\"}")]
    public void What_is_something_else_is_left_to_others(string text) => Assert.Null(new EntryReader().Read(text));

    [Fact]
    public void Events_are_the_same_wherever_their_text_is_cut_and_however_its_lines_end()
    {
        var line = Gen.OneOf(Gen.Const("event: text"), Gen.Const(": busy"), Gen.Const("id"), Gen.Const("data"), Gen.Const("data:"), Gen.Const("dataset: no"), Gen.String[Gen.Char['a', 'z'], 0, 9].Select(s => "data: " + s), Gen.String[Gen.Char[' ', 'z'], 0, 9].Select(s => "data:" + s), Gen.Const(""));
        var text = from lines in line.Array[0, 30] from ends in Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("\r")).Array[30] select string.Concat(lines.Zip(ends, (l, e) => l + e)) + "\n\n";
        var events = 0;
        Gen.Select(text, Gen.Int[1, 7].Array[1, 20]).Sample((whole, cuts) =>
        {
            var expected = Plain(whole);
            var reader = new EventReader();
            var heard = new List<string>();
            for (var (at, n) = (0, 0); at < whole.Length; at += cuts[n++ % cuts.Length])
                heard.AddRange(reader.Read(whole.Substring(at, Math.Min(cuts[n % cuts.Length], whole.Length - at))));
            Assert.Equal(expected, heard);
            Interlocked.Add(ref events, expected.Count);
        }, iter: 5000);
        Assert.True(events > 1000);
    }

    // As the standard puts it, over the whole text at once.
    static List<string> Plain(string text)
    {
        var (events, data) = (new List<string>(), new List<string>());
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length == 0 && data.Count > 0)
            {
                events.Add(string.Join('\n', data));
                data.Clear();
            }
            else if ((colon < 0 ? line : line[..colon]) == "data")
                data.Add(colon < 0 ? "" : line[(colon + 1)..] is [' ', .. var rest] ? rest : line[(colon + 1)..]);
        }
        return events;
    }

    [Fact]
    public void An_event_without_an_end_is_given_up()
    {
        var reader = new EventReader();
        var piece = "data: " + new string('a', 1 << 20) + "\n";
        Assert.Throws<BadAnswerException>(() => Enumerable.Range(0, 20).SelectMany(_ => reader.Read(piece)).Count());
    }

    [Fact]
    public void A_value_goes_to_JSON_and_back_and_is_equal_to_itself_only() =>
        Gen.Select(_any, _any).Sample((one, other) =>
        {
            var (value, back) = (Value.Of(one), Value.Of(Json.Parse(Value.Of(one).ToJson().Line())));
            Assert.True(value == back && value.GetHashCode() == back.GetHashCode() && value.Equals((object)back), one.Line());
            Assert.True(Same(one, other) == (value == Value.Of(other)), $"{one.Line()} {other.Line()}");
            Assert.Equal(one.Type == JTokenType.String ? (string?)one : one.Type == JTokenType.Null ? "" : one.Type is JTokenType.Boolean or JTokenType.Object or JTokenType.Array ? one.Line() : value.ToString(), value.ToString());
        }, iter: 5000);

    // 2 and 2.0 are one number; Newtonsoft takes two that are almost the same for one too.
    static bool Same(JToken one, JToken other) =>
        one.Number() is { } a && other.Number() is { } b && (one.Type == JTokenType.Float || other.Type == JTokenType.Float)
            ? a.Equals(b) && (one.Type == other.Type || Math.Abs(a) < 1L << 53)
            : JToken.DeepEquals(one, other);

    [Theory]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891")]
    public void Whole_numbers_beyond_what_a_double_holds_are_kept_apart_and_whole(string one, string other)
    {
        Assert.NotEqual(Value.Of(Json.Parse(one)), Value.Of(Json.Parse(other)));
        Assert.Equal(one, Value.Of(Json.Parse(one)).ToString());
        Assert.Equal(one, new EntryReader().Read($$"""{"cursor":"c","thing":"t","name":"n","value":{{one}}}""")!.Value.ToJson().Line());
    }

    [Fact]
    public void What_a_value_is_not_it_does_not_give()
    {
        Assert.Equal((true, null, null, null), (((Value)true).Boolean, ((Value)true).Number, ((Value)true).Text, ((Value)true).Structure));
        Assert.Equal((null, 2.5, null, null), (((Value)2.5).Boolean, ((Value)2.5).Number, ((Value)2.5).Text, ((Value)2.5).Structure));
        Assert.Equal((null, null, "2", null), (((Value)"2").Boolean, ((Value)"2").Number, ((Value)"2").Text, ((Value)"2").Structure));
        Assert.Equal(ValueKind.Null, ((Value)(string?)null).Kind);
        Assert.Equal("null", default(Value).ToJson().Line());
    }

    [Fact]
    public void A_wait_is_between_seven_and_thirteen_tenths_of_a_step_that_doubles_up_to_the_longest() =>
        Gen.Select(Gen.Int[1, 2000], Gen.Int[1, 100], Gen.Int).Sample((first, times, seed) =>
        {
            var (begin, longest) = (TimeSpan.FromMilliseconds(first), TimeSpan.FromMilliseconds(first * (double)times));
            var backoff = new Backoff(begin, longest, new Random(seed));
            for (var round = 0; round < 2; round++)
            {
                for (var step = begin; step < longest; step *= 2) Assert.InRange(backoff.Next() / step, 0.699, 1.301);
                for (var n = 0; n < 5; n++) Assert.InRange(backoff.Next() / longest, 0.699, 1.301);
                backoff.Reset();
            }
        }, iter: 500);

    [Fact]
    public async Task What_is_put_on_one_thread_is_taken_on_another_in_order_and_whole_and_more_than_the_limit_is_not_let_in()
    {
        const int Many = 200_000, Limit = 1000;
        var inbox = new Inbox(Limit);
        var most = 0;
        var putting = Task.Run(async () =>
        {
            for (var n = 0; n < Many; n++)
            {
                inbox.Put(n);
                await inbox.Room();
            }
        });
        for (var n = 0; n < Many;)
        {
            most = Math.Max(most, inbox.Waiting);
            if (inbox.TryTake(out var taken)) Assert.Equal(n++, taken);
        }
        await putting;
        Assert.False(inbox.TryTake(out _));
        Assert.InRange(most, 1, 2 * Limit);
    }
}
