using Gemeo.Client;

namespace Gemeo.Cli.Connection;

/// <summary>The way to the server: one client for questions and orders, and one for each link that follows.</summary>
public sealed class Wire : IDisposable
{
    static readonly TimeSpan _connectPatience = TimeSpan.FromSeconds(5);

    // The server grants a device an hour at most; a little more for the way.
    static readonly TimeSpan _orderPatience = TimeSpan.FromHours(1) + TimeSpan.FromSeconds(30);

    readonly string _language;
    readonly Platform _platform;

    public Wire(ServerAddress address, string language)
    {
        (Address, _language) = (address, language);
        // A proxy of the environment is for the world outside, never for this machine.
        Http = new(new SocketsHttpHandler { ConnectTimeout = _connectPatience, AllowAutoRedirect = false, UseProxy = !address.Root.IsLoopback }) { Timeout = Timeout.InfiniteTimeSpan };
        _platform = DotNet.Platform(Http);
        Client = Link();
    }

    public ServerAddress Address { get; }

    public GemeoClient Client { get; }

    /// <summary>For what is no JSON: files.</summary>
    public HttpClient Http { get; }

    /// <summary>A client of its own, not started yet; whoever asks for it ends it.</summary>
    public GemeoClient Link(Action<ClientOptions>? how = null)
    {
        var options = new ClientOptions { Language = _language, OrderPatience = _orderPatience };
        how?.Invoke(options);
        return new(Address, _platform, options);
    }

    public void Dispose()
    {
        Client.Dispose();
        Http.Dispose();
    }
}
