using System.Collections.Concurrent;
using Gemeo.Client;

namespace Gemeo.Tests.Client;

/// <summary>A client of the library, quick to come back, and what it was told.</summary>
sealed class Rig : IDisposable
{
    readonly ConcurrentQueue<LinkState> _states = new();
    readonly ConcurrentQueue<Exception> _failures = new();

    Rig(GemeoClient client)
    {
        Lab = client;
        client.StatusChanged += status => _states.Enqueue(status.State);
        client.ListenerFailed += _failures.Enqueue;
    }

    public GemeoClient Lab { get; }
    public LinkState[] States => [.. _states];
    public Exception[] Failures => [.. _failures];

    public static Rig Of(TestServer server, Action<ClientOptions>? set = null, string? key = null) => Of(server.Url.ToString(), set, key);

    public static Rig Of(string url, Action<ClientOptions>? set = null, string? key = null) => new(new GemeoClient(url, key, Options(set)));

    public static Rig Of(string url, Platform platform, string? key = null) => new(new GemeoClient(ServerAddress.Parse(url, key), platform, Options(null)));

    static ClientOptions Options(Action<ClientOptions>? set)
    {
        var options = new ClientOptions { FirstRetry = TimeSpan.FromMilliseconds(10), LongestRetry = TimeSpan.FromMilliseconds(100) };
        set?.Invoke(options);
        return options;
    }

    /// <summary>One that follows the lab and knows it.</summary>
    public static async Task<Rig> Open(TestServer server, Action<ClientOptions>? set = null) => await Open(server.Url.ToString(), set);

    public static async Task<Rig> Open(string url, Action<ClientOptions>? set = null)
    {
        var rig = Of(url, set);
        rig.Lab.Start();
        await rig.Until(() => rig.Lab.IsKnown, "the snapshot");
        return rig;
    }

    /// <summary>Waits, dispatching meanwhile: where that is done by hand somebody has to.</summary>
    public Task Until(Func<bool> so, string what) => Wait.Until(() =>
    {
        Lab.Dispatch();
        return so();
    }, what);

    public Task Is(LinkState state) => Until(() => Lab.Status.State == state, state.ToString());

    public void Dispose() => Lab.Dispose();
}
