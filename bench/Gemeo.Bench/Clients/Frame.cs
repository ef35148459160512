using System.Globalization;
using BenchmarkDotNet.Attributes;
using Gemeo.Client;

namespace Gemeo.Bench.Clients;

/// <summary>What a frame of a Unity player takes of the main thread: 1,000 bound properties, 5,000 changes a second, 60 frames a second.</summary>
[MemoryDiagnoser]
public class Frame
{
    /// <summary>Changes in one frame.</summary>
    public const int Changes = 84;
    const int Things = 1000, Frames = 1000;

    readonly GemeoClient _client = new("127.0.0.1:1", options: new ClientOptions { DispatchByHand = true });
    readonly EntryReader _reader = new();
    readonly Entry[] _entries = new Entry[Changes * Frames];
    readonly string _text = Text(1, 1);
    long _said;
    long _told;

    [GlobalSetup]
    public void Bind()
    {
        for (var n = 0; n < Things; n++) _client.Things[Id(n)]["distance"].Changed += property => _told += property.IsKnown ? 1 : 0;
    }

    /// <summary>An entry is told once, so each measurement needs new ones.</summary>
    [IterationSetup]
    public void Hear()
    {
        for (var n = 0; n < _entries.Length; n++, _said++) _entries[n] = _reader.Read(Text((int)(_said % Things), _said))!;
    }

    /// <summary>84 entries, each for the listener of its property. Putting them into the inbox, which the reading thread does, is in it.</summary>
    [Benchmark(OperationsPerInvoke = Frames)]
    public long Dispatch()
    {
        var before = _told;
        for (var frame = 0; frame < Frames; frame++)
        {
            for (var n = 0; n < Changes; n++) _client.Inbox.Put(_entries[(frame * Changes) + n]);
            _client.Dispatch();
        }
        return _told - before == _entries.Length ? _told : throw new InvalidOperationException("not every change was told");
    }

    /// <summary>From the text of a message to an entry, which is done where the socket is read.</summary>
    [Benchmark(OperationsPerInvoke = Frames)]
    public object? Parse()
    {
        Entry? entry = null;
        for (var n = 0; n < Frames; n++) entry = _reader.Read(_text);
        return entry;
    }

    static string Id(int n) => "load-" + (n + 1).ToString(CultureInfo.InvariantCulture);

    // As the server writes it.
    static string Text(int thing, long n) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"cursor":"5a0e9cf77cb6:{{n + 1}}","thing":"{{Id(thing)}}","version":{{n + 1}},"kind":"property","name":"distance","value":{{n % 100_000 / 10.0}},"time":"2026-11-25T21:20:41.002460Z","changed":true}""");
}
