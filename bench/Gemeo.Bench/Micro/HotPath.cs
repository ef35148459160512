using BenchmarkDotNet.Attributes;
using Gemeo.Bench.Appends;
using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Gemeo.Live;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Bench.Micro;

/// <summary>What each reading passes through, without disk and network.</summary>
[MemoryDiagnoser]
public class HotPath
{
    const int Entries = 1000;
    readonly Form _form = new("load/1/distance", Json: false);
    readonly DataSchema _schema = new(DataType.Number, Unit: "cm");
    readonly byte[] _payload = "123.4"u8.ToArray();
    readonly Entry[] _entries = [.. Enumerable.Range(1, Entries).Select(n => Samples.Entry(n, 1, n))];
    ThingState _state = ThingState.Empty;
    Reading _reading = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _reading = new Reading(EntryKind.Property, "distance", _payload, TimeProvider.System.Now());
        _state = ReadingRules.Apply(_state, "load-1", _reading)!.Value.State;
    }

    [Benchmark]
    public Decoded Decode() => Decoder.Decode(_form, _schema, _payload);

    [Benchmark]
    public (ThingState, Entry)? Apply() => ReadingRules.Apply(_state, "load-1", _reading);

    [Benchmark]
    public byte[] WriteState() => StateJson.Write(_state);

    /// <summary>A fresh batch each time, for a batch keeps its encoding.</summary>
    [Benchmark(OperationsPerInvoke = Entries)]
    public EntryFrames Encode() => EntryFrames.Of(new LogBatch(_entries), "ab12cd34");
}
