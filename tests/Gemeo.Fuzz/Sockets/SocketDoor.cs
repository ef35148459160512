using System.Text;
using Gemeo.Fuzz.Attacks;
using Gemeo.Fuzz.Http;
using Gemeo.Fuzz.Mutation;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz.Sockets;

/// <summary>What a client may say over <c>/ws</c>, and frames that are none.</summary>
public sealed class SocketDoor : IDoor
{
    static readonly string[] _sayings =
    [
        """{"type":"invoke","id":"1","thing":"lampada-bancada","action":"ligar","timeout":0.2}""", """{"type":"invoke","id":2,"thing":"ar-condicionado","action":"ajustar","input":22.5,"queue":0.1}""",
        """{"type":"write","id":3,"thing":"lampada-bancada","property":"brilho","value":30,"timeout":0.2}""", """{"type":"write","id":null,"thing":"ar-condicionado","property":"modo","value":"cool"}""",
        """{"type":"join","room":"laboratorio","name":"Ana","pose":[5,0,6.8,3.1416],"token":"8c0f3a"}""", """{"type":"join","room":"laboratorio","pose":[1e308,-0,1e-400,7],"id":4}""",
        """{"type":"move","pose":[5.2,0,6.1,3.0]}""", """{"type":"leave"}""", """{"type":"subscribe","id":5}""", """[1,2,3]""",
    ];

    static readonly string[] _queries = ["", "", "", "?thing=lampada-bancada", "?thing=-", "?kind=property,action", "?kind=x", "?raw=%23", "?raw=lab/%2B/state", "?raw=%00", "?raw=lab/%23/x", "?cursor=5a0e9cf77cb6:1", "?cursor=:", "?ticket=x", "?name=%ed%a0%80", "?key=x"];

    public string Name => "ws";

    public int AtOnce => 24;

    public Task PrepareAsync(Target target, CancellationToken cancel) => Task.CompletedTask;

    public Case Make(ulong seed, long number)
    {
        var chance = new Chance(seed, number);
        var pieces = new List<Piece> { new(Handshake(chance)) };
        for (var more = chance.Between(1, 8); more > 0; more--) pieces.AddRange(Message(chance));
        if (chance.Percent(4)) pieces.Add(new([.. Enumerable.Range(0, chance.Of([50, 500, 3000])).SelectMany(_ => Frames.Of(Frames.Ping, "x"u8, chance))]));
        var last = pieces[^1].Bytes;
        if (chance.Percent(10) && last.Length > 1) Late(pieces, last, chance);
        if (chance.Percent(10)) pieces[chance.Below(pieces.Count)] = new(ByteMutator.Mutate(pieces[chance.Below(pieces.Count)].Bytes, chance));
        if (chance.Percent(50)) pieces.Add(new(Frames.Of(Frames.Close, chance.Percent(60) ? [3, 0xe8] : chance.Bytes(chance.Below(140)), chance)));
        return new(Name, seed, number, "frames", false, pieces);
    }

    // A frame of which the half comes late, and the rest later or never.
    static void Late(List<Piece> pieces, byte[] last, Chance chance)
    {
        var half = chance.Between(1, last.Length - 1);
        pieces[^1] = new(last[..half]);
        if (chance.Percent(50)) pieces.Add(new(last[half..], chance.Of([50, 300, 1500])));
    }

    static byte[] Handshake(Chance chance)
    {
        var who = chance.Below(10) switch { 0 => $"X-Forwarded-For: 203.0.113.9\r\nX-Api-Key: {Target.Key}\r\n", 1 => "X-Forwarded-For: 203.0.113.9\r\n", _ => "" };
        var more = chance.Below(20) switch { 0 => "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n", 1 => "Sec-WebSocket-Protocol: webthings, x\r\n", 2 => "Origin: http://evil.example\r\n", _ => "" };
        var (version, key) = (chance.Percent(98) ? "13" : chance.Of(["12", "x", ""]), chance.Percent(98) ? "dGhlIHNhbXBsZSBub25jZQ==" : Strange.Number(chance));
        return Encoding.UTF8.GetBytes($"GET /ws{chance.Of(_queries)} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: {version}\r\nSec-WebSocket-Key: {key}\r\n{who}{more}\r\n");
    }

    static IEnumerable<Piece> Message(Chance chance)
    {
        var body = JsonMutator.Mutate(chance.Of(_sayings), chance);
        if (chance.Percent(3)) body = chance.Bytes(chance.Of([65_535, 65_536, 65_537, 200_000]));
        if (chance.Percent(60)) return [new(Frames.Of(chance.Percent(90) ? Frames.Text : Frames.Binary, body, chance), chance.Percent(5) ? chance.Below(100) : 0)];
        return chance.Below(9) switch
        {
            0 => Fragments(body, chance),
            1 => [new(Frames.Of(Frames.Text, body, chance, masked: false))],
            2 => [new(Frames.Of(Frames.Text, body, chance, reserved: chance.Between(1, 7)))],
            3 => [new(Frames.Of(Frames.Text, body, chance, declared: chance.Of([0L, 1, 126, 65_536, 1L << 31, 1L << 40, long.MaxValue, -1])))],
            4 => [new(Frames.Of(chance.Of([Frames.Ping, Frames.Pong, Frames.Close]), chance.Bytes(chance.Of([0, 1, 125, 126, 5000])), chance, last: chance.Percent(80)))],
            5 => [new(Frames.Of(chance.Of([3, 4, 7, 11, 15]), body, chance))],
            6 => [new(Frames.Of(0, body, chance, last: chance.Percent(50)))],
            7 => [new(Frames.Of(Frames.Text, [0xff, 0xfe, .. body, 0xed, 0xa0, 0x80], chance))],
            _ => [new(ByteMutator.Mutate(Frames.Of(Frames.Text, body, chance), chance))],
        };
    }

    static IEnumerable<Piece> Fragments(byte[] body, Chance chance)
    {
        var cut = chance.Below(body.Length + 1);
        yield return new(Frames.Of(Frames.Text, body.AsSpan(0, cut), chance, last: false));
        if (chance.Percent(40)) yield return new(Frames.Of(Frames.Ping, "?"u8, chance));
        for (var i = chance.Percent(10) ? 500 : 0; i > 0; i--) yield return new(Frames.Of(0, [], chance, last: false));
        yield return new(Frames.Of(chance.Percent(85) ? 0 : Frames.Text, body.AsSpan(cut), chance), chance.Percent(20) ? chance.Below(200) : 0);
    }

    public async Task<Outcome> PlayAsync(Case made, Target target, CancellationToken cancel)
    {
        var line = new Line(target.HttpPort, TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(150), Hang: true);
        var reply = await line.PlayAsync(made.Pieces, cancel);
        if (reply.Refused) return new("connection refused", "connection refused");
        if (Answer.All(reply.Bytes) is not [var answer, ..]) return new("no handshake" + (reply.Closed ? ", closed" : ""));
        if (answer.Status == 500 || reply.Bytes.AsSpan().IndexOf("\"status\":500"u8) >= 0) return new("500", "500 over a socket");
        return new(answer.Status == 101 ? Ended(reply) : $"{answer.Status}");
    }

    // The server's own frames bear no mask: a close frame is 0x88, its length, its code.
    static string Ended(Reply reply)
    {
        var bytes = reply.Bytes.AsSpan();
        for (var at = bytes.Length - 4; at > 0 && at > bytes.Length - 130; at--)
            if (bytes[at] == 0x88 && bytes[at + 1] is >= 2 and < 126 && at + 2 + bytes[at + 1] == bytes.Length && bytes[at + 2] is 3 or 15) return $"closed with {(bytes[at + 2] << 8) | bytes[at + 3]}";
        return reply.Closed ? "closed without a word" : "stays open";
    }
}
