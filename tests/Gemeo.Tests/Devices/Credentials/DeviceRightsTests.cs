using CsCheck;
using Gemeo.Devices.Codec;
using Gemeo.Devices.Credentials;
using Gemeo.Labs;

namespace Gemeo.Tests.Devices.Credentials;

/// <summary>A device says and hears what its Thing Descriptions say, and nothing else, whatever it calls it.</summary>
public sealed class DeviceRightsTests
{
    static readonly ThingDescription[] _lab = [.. Read(TestLab.Lamp)];
    static readonly DeviceRights _lamp = DeviceRights.Of(_lab, new HashSet<string> { "lamp" });

    static IReadOnlyList<ThingDescription> Read(string json)
    {
        var folder = Folder.New("rights");
        File.WriteAllText(Path.Combine(folder, "lab.json"), json);
        try { return LabFile.Load(folder).Things; }
        finally { Folder.Remove(folder); }
    }

    [Fact]
    public void A_lamp_tells_its_state_and_whether_it_is_there_and_hears_its_orders()
    {
        Assert.Equal(["lamp/state", "lamp/status"], _lamp.Said);
        Assert.Equal(["lamp/blink", "lamp/set"], _lamp.Heard.Order());
        Assert.True(_lamp.MaySay("lamp/state"));
        Assert.True(_lamp.MayTellPresence("lamp/status"));
        Assert.False(_lamp.MayTellPresence("lamp/state"));
        Assert.True(_lamp.MaySubscribe("lamp/set"));
    }

    [Theory]
    [InlineData("lamp/set")] // its own order
    [InlineData("sensor/distance")]
    [InlineData("Lamp/state")]
    [InlineData("lamp/State")]
    [InlineData("lamp/state/")]
    [InlineData("/lamp/state")]
    [InlineData("lamp//state")]
    [InlineData("lamp/state\0")]
    [InlineData("lamp/st\u0061\u0301te")]
    [InlineData("lamp/sta\u200bte")]
    [InlineData("lаmp/state")] // a Cyrillic а
    [InlineData("lamp/\ufffdtate")]
    [InlineData("lamp/+")]
    [InlineData("lamp/#")]
    [InlineData("#")]
    [InlineData("+/state")]
    [InlineData("$SYS/broker/uptime")]
    [InlineData("$share/g/lamp/state")]
    [InlineData("")]
    [InlineData(" lamp/state")]
    public void What_is_not_its_own_topic_letter_for_letter_it_cannot_say(string topic) => Assert.False(_lamp.MaySay(topic));

    [Theory]
    [InlineData("#")]
    [InlineData("+/set")]
    [InlineData("/#")]
    [InlineData("sensor/distance")]
    [InlineData("lamp/state")]
    [InlineData("LAMP/set")]
    [InlineData("lamp/set/#/x")]
    [InlineData("lamp/s+t")]
    [InlineData("lamp/s#")]
    [InlineData("$SYS/#")]
    [InlineData("$share/g/lamp/set")]
    [InlineData("$share/g/#")]
    [InlineData("lamp/set\0")]
    [InlineData("")]
    public void What_is_not_its_own_order_it_cannot_subscribe_to(string filter) => Assert.False(_lamp.MaySubscribe(filter));

    [Fact]
    public void A_filter_that_reaches_its_own_orders_only_is_granted_and_still_delivers_nothing_else()
    {
        Assert.True(_lamp.MaySubscribe("lamp/#"));
        Assert.True(_lamp.MaySubscribe("lamp/+"));
        Assert.True(_lamp.MayHear("lamp/set"));
        Assert.False(_lamp.MayHear("lamp/state"));
        Assert.False(_lamp.MayHear("lamp/other"));
        var spot = DeviceRights.Of(_lab, new HashSet<string> { "vaga-1" });
        Assert.False(spot.MaySubscribe("parking/#"));
    }

    [Fact]
    public void A_filter_that_also_reaches_somebody_elses_is_refused()
    {
        var two = Read(TestLab.Lamp.Replace("\"porta/aberta\"", "\"lamp/door\"", StringComparison.Ordinal));
        Assert.False(DeviceRights.Of(two, new HashSet<string> { "lamp" }).MaySubscribe("lamp/#"));
        Assert.True(DeviceRights.Of(two, new HashSet<string> { "lamp" }).MaySubscribe("lamp/set"));
    }

    [Fact]
    public void A_thing_that_the_lab_does_not_have_gives_nothing()
    {
        var nobody = DeviceRights.Of(_lab, new HashSet<string> { "nobody" });
        Assert.Empty(nobody.Said);
        Assert.Empty(nobody.Heard);
    }

    static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    // Levels out of which topics and filters are made that are near to real ones.
    static readonly Gen<string> _level = One("lamp", "state", "set", "status", "blink", "sensor", "distance", "parking", "porta", "aberta", "+", "#", "", "$SYS", "$share", "Lamp", "s\0t", "é", "e\u0301", "\ufeff", "lamp ");
    static readonly Gen<string> _any = Gen.Select(_level.Array[1, 4], Gen.Bool).Select((levels, slash) => (slash ? "/" : "") + string.Join('/', levels));
    static readonly Gen<HashSet<string>> _own = One("lamp", "sensor", "porta", "vaga-1", "vaga-2").Array[0, 3].Select(own => own.ToHashSet());

    [Fact]
    public void Whatever_is_tried_only_topics_of_its_own_things_pass() =>
        Gen.Select(_own, _any).Sample((own, tried) =>
        {
            var rights = DeviceRights.Of(_lab, own);
            var mine = _lab.Where(t => own.Contains(t.Id)).ToArray();
            var said = mine.SelectMany(t => t.Properties.Values.Select(p => p.Read?.Topic).Append(t.Availability?.Form.Topic).Concat(t.Events.Values.Select(e => e.Form.Topic))).ToHashSet();
            var heard = mine.SelectMany(t => t.Properties.Values.Select(p => p.Write?.Topic).Concat(t.Actions.Values.Select(a => a.Form.Topic))).ToHashSet();
            Assert.Equal(said.Contains(tried), rights.MaySay(tried));
            Assert.Equal(heard.Contains(tried), rights.MayHear(tried));
            if (!rights.MaySubscribe(tried)) return;
            Assert.Contains(heard, t => t is not null && TopicFilter.Matches(tried, t));
            foreach (var topic in _lab.Except(mine).SelectMany(t => new TopicsOf(t).All).Except(heard)) Assert.False(TopicFilter.Matches(tried, topic));
        }, iter: 20_000);

    sealed record TopicsOf(ThingDescription Thing)
    {
        public IEnumerable<string?> All => Thing.Properties.Values.SelectMany(p => new[] { p.Read?.Topic, p.Write?.Topic }).Concat(Thing.Actions.Values.Select(a => a.Form.Topic)).Where(t => t is not null);
    }

    static readonly Gen<string> _plain = One("a", "b", "+").Array[1, 3].Select(l => string.Join('/', l));

    [Fact]
    public void Two_filters_overlap_when_there_is_a_topic_that_both_match() =>
        Gen.Select(_plain, Gen.Bool, _plain, Gen.Bool).Sample((one, oneRest, other, otherRest) =>
        {
            var (f, g) = (one + (oneRest ? "/#" : ""), other + (otherRest ? "/#" : ""));
            string[] names = ["a", "b", "c"];
            var topics = names.Concat(names.SelectMany(a => names.Select(b => $"{a}/{b}"))).Concat(names.SelectMany(a => names.SelectMany(b => names.Select(c => $"{a}/{b}/{c}"))));
            Assert.Equal(topics.Any(t => TopicFilter.Matches(f, t) && TopicFilter.Matches(g, t)), TopicFilter.Overlap(f, g));
        });
}
