using System.Collections.Concurrent;
using Gemeo.Simulator.Wire;
using MQTTnet;
using MQTTnet.Server;
using Xunit;

namespace Gemeo.Tests.Simulator;

/// <summary>A real MQTTnet broker on a free port that remembers what was published, in order.</summary>
sealed class TestBroker : IAsyncDisposable
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    readonly MqttServer _server;
    readonly MqttServerOptions _options;
    readonly ConcurrentQueue<(string Topic, string Payload, bool Retain)> _said = new();
    readonly SemaphoreSlim _news = new(0);

    TestBroker(int port, string? password)
    {
        _options = new MqttServerFactory().CreateServerOptionsBuilder()
            .WithDefaultEndpoint().WithDefaultEndpointPort(port).WithDefaultEndpointBoundIPAddress(System.Net.IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(System.Net.IPAddress.None).Build();
        _server = new MqttServerFactory().CreateMqttServer(_options);
        _server.InterceptingPublishAsync += got =>
        {
            _said.Enqueue((got.ApplicationMessage.Topic, got.ApplicationMessage.ConvertPayloadToString() ?? "", got.ApplicationMessage.Retain));
            _news.Release();
            return Task.CompletedTask;
        };
        _server.ValidatingConnectionAsync += asked =>
        {
            if (password is not null && (asked.UserName != "lab" || asked.Password != password))
                asked.ReasonCode = MQTTnet.Protocol.MqttConnectReasonCode.BadUserNameOrPassword;
            return Task.CompletedTask;
        };
        _server.ClientDisconnectedAsync += left =>
        {
            Departures[left.ClientId] = left.DisconnectType;
            return Task.CompletedTask;
        };
    }

    public int Port => _options.DefaultEndpointOptions.Port;

    public Broker Address => new("127.0.0.1", Port);

    public ConcurrentDictionary<string, MqttClientDisconnectType> Departures { get; } = new();

    public static async Task<TestBroker> StartAsync(int port = 0, string? password = null)
    {
        var broker = new TestBroker(port, password);
        await broker._server.StartAsync();
        return broker;
    }

    public IReadOnlyList<string> Payloads(string topic) => [.. _said.Where(one => one.Topic == topic).Select(one => one.Payload)];

    public bool WasRetained(string topic) => _said.Last(one => one.Topic == topic).Retain;

    public int Count => _said.Count;

    /// <summary>Forgets what was published so far, so that the next wait sees news only.</summary>
    public void Forget() => _said.Clear();

    public async Task<string> Next(string topic, string? payload = null)
    {
        await Until(() => Payloads(topic).Any(said => payload is null || said == payload), $"{payload ?? "something"} on {topic}");
        return Payloads(topic).First(said => payload is null || said == payload);
    }

    public async Task Until(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (!condition())
        {
            try
            {
                await _news.WaitAsync(TimeSpan.FromMilliseconds(20), limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"waited in vain for {what}; heard {string.Join(" | ", _said.TakeLast(30))}");
            }
        }
    }

    public Task Say(string topic, string payload) => _server.InjectApplicationMessage(
        new InjectedMqttApplicationMessage(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload).Build()) { SenderClientId = "test" });

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        _server.Dispose();
    }
}
