using System.Collections.Concurrent;
using System.Reflection;
using Gemeo.Things;

namespace Gemeo.Tests.Things;

/// <summary>Things that only note what they are told; a test may hold them up or make them fail.</summary>
public class FakeThings : DispatchProxy
{
    public ConcurrentDictionary<string, FakeThing> Things { get; } = new();

    public static (IGrainFactory Grains, FakeThings Things) New()
    {
        var grains = Create<IGrainFactory, FakeThings>();
        return (grains, (FakeThings)(object)grains);
    }

    public FakeThing this[string id] => Things.GetOrAdd(id, _ => (FakeThing)(object)Create<IThing, FakeThing>());

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => args is [string id, ..] ? this[id] : throw new NotSupportedException();
}

/// <summary>Made as a proxy, for a class that is a thing would be a grain in every test server.</summary>
public class FakeThing : DispatchProxy
{
    public ConcurrentQueue<Reading[]> Batches { get; } = new();
    public Func<Reading[], Task> Then { get; set; } = _ => Task.CompletedTask;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is not [Reading[] readings]) throw new NotSupportedException();
        Batches.Enqueue(readings);
        return Then(readings);
    }
}
