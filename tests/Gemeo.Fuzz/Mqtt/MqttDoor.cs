using Gemeo.Fuzz.Attacks;
using Gemeo.Fuzz.Mutation;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz.Mqtt;

/// <summary>Packets of MQTT 3.1.1 and 5 at the embedded broker, and payloads on the devices' topics.</summary>
public sealed class MqttDoor : IDoor
{
    PacketSource _packets = new(new([], [], []));

    public string Name => "mqtt";

    public int AtOnce => 24;

    public Task PrepareAsync(Target target, CancellationToken cancel)
    {
        _packets = new(target.Names);
        return Task.CompletedTask;
    }

    public Case Make(ulong seed, long number)
    {
        var chance = new Chance(seed, number);
        var version = chance.Percent(50) ? 4 : 5;
        var pieces = new List<Piece>();
        if (chance.Percent(97)) pieces.Add(new(_packets.Connect(version, chance)));
        for (var more = chance.Between(0, 10); more > 0; more--) pieces.Add(new(_packets.Any(version, chance), chance.Percent(2) ? chance.Below(400) : 0));
        var broken = chance.Percent(60) && pieces.Count > 0;
        if (broken) Break(pieces, chance);
        return new(Name, seed, number, $"{(version == 4 ? "3.1.1" : "5")}", !broken, pieces);
    }

    static void Break(List<Piece> pieces, Chance chance)
    {
        var at = pieces.Count > 1 && chance.Percent(80) ? chance.Between(1, pieces.Count - 1) : 0;
        var bytes = pieces[at].Bytes;
        switch (chance.Below(6))
        {
            case 0: // A length that lies.
                pieces[at] = new([bytes[0], .. Packets.Variable(chance.Of([0u, 1u, 2u, 127u, 128u, 16_383u, 65_536u, 2_097_152u, 268_435_455u])), .. bytes.Skip(2)]);
                break;
            case 1: // A length that does not end.
                pieces[at] = new([bytes[0], 0xff, 0xff, 0xff, 0xff, 0xff, .. bytes]);
                break;
            case 2: // Half of it, and the rest late or never.
                var half = chance.Below(bytes.Length);
                pieces[at] = new(bytes[..half]);
                if (chance.Percent(60)) pieces.Insert(at + 1, new(bytes[half..], chance.Below(300)));
                break;
            default:
                pieces[at] = new(ByteMutator.Mutate(bytes, chance));
                break;
        }
    }

    public async Task<Outcome> PlayAsync(Case made, Target target, CancellationToken cancel)
    {
        var line = new Line(target.MqttPort, TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(120));
        var reply = await line.PlayAsync(made.Pieces, cancel);
        return new($"{made.Label}: {Class(reply)}");
    }

    static string Class(Reply reply)
    {
        if (reply.Refused) return "connection refused";
        var end = reply.Closed ? ", closed" : "";
        if (reply.Bytes.Length < 4) return "nothing" + end;
        if (reply.Bytes[0] >> 4 != 2) return "something else" + end;
        return reply.Bytes[3] == 0 ? "let in" + end : $"not let in ({reply.Bytes[3]})";
    }
}
