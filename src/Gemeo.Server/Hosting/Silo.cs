using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;

namespace Gemeo.Hosting;

/// <summary>Orleans on one node: the grains' engine, and nothing that listens.</summary>
public static class Silo
{
    // A port is part of a silo's name even when nobody listens on it.
    const int NominalPort = 11111;

    public static void AddSilo(this WebApplicationBuilder builder)
    {
        builder.Host.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(NominalPort, gatewayPort: NominalPort + 1);
            silo.Configure<EndpointOptions>(o => o.GatewayPort = 0);
            // An order may wait for its device as long as its deadline says.
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = o.SystemResponseTimeout = TimeSpan.FromHours(2));
            foreach (var listener in silo.Services.Where(d => d.IsKeyedService && d.ServiceType == typeof(IConnectionListenerFactory)).ToArray())
            {
                silo.Services.Remove(listener);
                silo.Services.AddKeyedSingleton<IConnectionListenerFactory>(listener.ServiceKey, new NoListener());
            }
        });
    }

    sealed class NoListener : IConnectionListenerFactory, IConnectionListener
    {
        readonly TaskCompletionSource<ConnectionContext?> _never = new();

        public System.Net.EndPoint EndPoint { get; } = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, NominalPort);

        public ValueTask<IConnectionListener> BindAsync(System.Net.EndPoint endpoint, CancellationToken cancellationToken = default) => new(new NoListener());

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => await _never.Task.WaitAsync(cancellationToken);

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            _never.TrySetResult(null);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => UnbindAsync();
    }
}
