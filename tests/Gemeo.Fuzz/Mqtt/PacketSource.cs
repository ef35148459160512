using System.Text;
using Gemeo.Fuzz.Mutation;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz.Mqtt;

/// <summary>Packets that are right in form, with contents that need not be.</summary>
sealed class PacketSource(Names names)
{
    static readonly string[] _payloads =
    [
        "ON", "OFF", "online", "offline", "42", "21.5", "1,Occupied", "2,Available", """{"power":true,"setpoint":22,"mode":"cool"}""", """{"occupancy":true}""",
        """{"Time":"2026-11-26T14:00:00","SCD40":{"Temperature":21.5,"Humidity":44,"CarbonDioxide":512}}""", """{"a":[1,2,{"b":null}],"c":"ção"}""",
    ];

    static readonly string[] _filters =
    [
        "#", "+", "lab/#", "+/+/state", "/#", "#/#", "lab#", "lab/+x", "+lab", "lab/#/state", "", "/", "//", "$SYS/#", "$share/g/lab/#", "$share//x", "$share/g", "$share/+/x", "$share/g+/x", "lab/\0", "a/+/+/#",
    ];

    public byte[] Connect(int version, Chance chance)
    {
        var client = chance.Percent(70) ? "fuzz-" + chance.Below(40) : chance.Percent(50) ? "" : Short(Strange.Text(chance), 60_000);
        var known = chance.Percent(70);
        var user = known ? Target.User : chance.Percent(50) ? Short(Strange.Text(chance), 5000) : null;
        (string, byte[], int)? will = chance.Percent(25) ? (Topic(chance), Payload(chance), (chance.Below(4) << 3) | (chance.Below(2) << 5)) : null;
        return Packets.Connect(version, client, user, known ? Target.Password : chance.Percent(50) ? "x" : null, chance.Of([0, 1, 60, 65_535]), chance.Percent(70), will, Properties(chance));
    }

    public byte[] Any(int version, Chance chance)
    {
        var packet = chance.Percent(10) ? 0 : chance.Of([1, 1, 2, 3, 65_535]);
        return chance.Below(16) switch
        {
            < 7 => Packets.Publish(version, Topic(chance), Payload(chance), chance.Percent(4) ? 3 : chance.Below(3), packet, chance.Percent(15), chance.Percent(10), Properties(chance)),
            7 or 8 => Packets.Subscribe(version, packet, Properties(chance), [.. Enumerable.Range(0, chance.Of([0, 1, 1, 2, 50])).Select(_ => (Filter(chance), chance.Percent(80) ? chance.Below(3) : chance.Below(256)))]),
            9 => Packets.Unsubscribe(version, packet, [.. Enumerable.Range(0, chance.Below(4)).Select(_ => Filter(chance))]),
            10 or 11 or 12 => Packets.Acknowledge(chance.Of(new byte[] { 0x40, 0x50, 0x62, 0x70, 0x60 }), packet, version == 5 && chance.Percent(50) ? chance.Below(256) : null),
            13 => chance.Percent(70) ? [0xc0, 0] : Packets.Packet(0xe0, version == 5 && chance.Percent(50) ? [(byte)chance.Next(), .. Packets.WithLength(Properties(chance))] : []),
            14 => Packets.Packet(0xf0, [(byte)chance.Next(), .. Packets.WithLength(Properties(chance))]), // AUTH
            _ => Packets.Packet((byte)chance.Next(), chance.Bytes(chance.Length(2000))),
        };
    }

    string Topic(Chance chance) => chance.Percent(75) && names.Topics.Count > 0 ? chance.Of(names.Topics) : chance.Percent(50) ? "fuzz/" + chance.Letters(chance.Below(12)) : Short(Strange.Text(chance), 60_000);

    string Filter(Chance chance) => chance.Percent(60) ? chance.Of(_filters) : Topic(chance);

    static byte[] Payload(Chance chance)
    {
        var text = chance.Of(_payloads);
        if (chance.Percent(60)) return text[0] is '{' ? JsonMutator.Mutate(text, chance) : ByteMutator.Mutate(Encoding.UTF8.GetBytes(text), chance);
        return chance.Below(4) switch { 0 => Encoding.UTF8.GetBytes(Strange.Value(chance)), 1 => chance.Bytes(chance.Length(70_000)), _ => Encoding.UTF8.GetBytes(text) };
    }

    // Known identifiers with right and wrong kinds of values, some twice.
    static byte[] Properties(Chance chance)
    {
        var all = new List<byte>();
        for (var count = chance.Percent(60) ? 0 : chance.Between(1, 4); count > 0; count--)
        {
            var one = Property(chance);
            all.AddRange(one);
            if (chance.Percent(15)) all.AddRange(one);
        }
        return [.. all];
    }

    static byte[] Property(Chance chance)
    {
        byte[] four = [.. chance.Bytes(4)];
        return chance.Below(9) switch
        {
            0 => [0x11, .. chance.Percent(50) ? [0xff, 0xff, 0xff, 0xff] : four], // session expiry
            1 => [0x21, .. Packets.Short(chance.Of([0, 1, 65_535]))], // receive maximum
            2 => [0x27, .. chance.Percent(50) ? [0, 0, 0, 1] : four], // maximum packet size
            3 => [0x22, .. Packets.Short(chance.Below(20))], // topic alias maximum
            4 => [0x23, .. Packets.Short(chance.Of([0, 1, 2, 65_535]))], // topic alias
            5 => [0x26, .. Packets.Text(Short(Strange.Text(chance), 2000)), .. Packets.Text("v")], // user property
            6 => [0x0b, .. Packets.Variable((uint)chance.Of([0, 1, 268_435_455]))], // subscription identifier
            7 => [chance.Of(new byte[] { 0x03, 0x08, 0x15, 0x1f }), .. Packets.Text(Short(Strange.Text(chance), 2000))],
            _ => [(byte)chance.Next(), .. chance.Bytes(chance.Below(6))],
        };
    }

    static string Short(string text, int most) => text.Length > most ? text[..most] : text;
}
