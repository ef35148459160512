using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Presence;

/// <summary>One simulated person over a bare socket. The pose tells who it is and which step: <c>[step, person, 0, 0]</c>.</summary>
sealed class Walker : SocketReader
{
    readonly Steps _steps;
    readonly int _person;
    readonly int[] _last;
    long _next;

    public Walker(int port, string room, int person, Steps steps) : base(port, "/ws?thing=-", person, Payloads.Bare)
    {
        (_person, _steps) = (person, steps);
        _last = [.. Enumerable.Range(0, steps.People).Select(other => other == person ? 0 : -1)];
        Send(string.Create(CultureInfo.InvariantCulture, $$"""{"type":"join","room":"{{room}}","name":"Pessoa {{person}}","pose":[0,{{person}},0,0]}"""));
    }

    /// <summary>How many it has seen, itself among them.</summary>
    public int Seen => _last.Count(step => step >= 0);

    public void Begin(long at) => _next = at;

    /// <summary>Takes the step that is due, if one is.</summary>
    public void Step(long now, long period)
    {
        if (now < _next)
            return;
        _next += period;
        var step = _steps.Take(_person);
        Send(string.Create(CultureInfo.InvariantCulture, $$"""{"type":"move","pose":[{{step}},{{_person}},0,0]}"""));
    }

    public void Leave() => Send("""{"type":"leave"}""");

    /// <summary>News tell a step as <c>["p3",x,y,0,0]</c>, whole rooms and newcomers as <c>"pose":[x,y,0,0]</c>.</summary>
    protected override void Taken(ReadOnlySpan<byte> text, Tally? tally, long now)
    {
        var isNews = text.StartsWith("""{"type":"people""""u8);
        if (!isNews && !text.StartsWith("""{"type":"room""""u8))
            return;
        var rest = text;
        while (rest.IndexOf("\"pose\":["u8) is >= 0 and var at)
            Take(rest = rest[(at + 8)..], now);
        if (isNews && text.IndexOf("\"moved\":["u8) is >= 0 and var moved)
            for (rest = text[(moved + 9)..]; rest.StartsWith("[\"p"u8); rest = Rest(rest))
                Take(rest[(rest.IndexOf((byte)',') + 1)..], now);
    }

    static ReadOnlySpan<byte> Rest(ReadOnlySpan<byte> of)
    {
        var end = of.IndexOf((byte)']');
        return of[(end + 1)..].StartsWith(","u8) ? of[(end + 2)..] : [];
    }

    void Take(ReadOnlySpan<byte> numbers, long now)
    {
        if (!Utf8Parser.TryParse(numbers, out int step, out var used) || !Utf8Parser.TryParse(numbers[(used + 1)..], out int person, out _))
            throw new InvalidDataException(Encoding.UTF8.GetString(numbers));
        // A newer step tells the ones before it too.
        if (person != _person)
            for (var told = _last[person] + 1; told <= step && _last[person] >= 0; told++)
                _steps.Arrived(_person, person, told, now, carried: told < step);
        _last[person] = step;
    }

    void Send(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte[] head = bytes.Length < 126 ? [0x81, (byte)(0x80 | bytes.Length), 0, 0, 0, 0] : [0x81, 0xfe, (byte)(bytes.Length >> 8), (byte)bytes.Length, 0, 0, 0, 0];
        Socket.Send([.. head, .. bytes]);
    }
}
