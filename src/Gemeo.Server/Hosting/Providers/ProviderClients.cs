using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace Gemeo.Hosting.Providers;

/// <summary>Opens the door to a provider of models. The key goes to nobody but whom the setting names; our own clocks end a request.</summary>
static class ProviderClients
{
    /// <param name="bearer">The key, where the library does not send it itself.</param>
    /// <param name="around">What is put around the handler that sends.</param>
    public static HttpClient Http(Uri address, string? bearer = null, Func<HttpMessageHandler, HttpMessageHandler>? around = null)
    {
        // No redirects: the key would go with them.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !address.IsLoopback, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var http = new HttpClient(around is null ? handler : around(handler)) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        if (bearer is not null) http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        return http;
    }

    public static OpenAIClient OpenAi(Uri address, string? key, HttpClient http) => new(
        // Servers on one's own machine ask for no key, and the library insists on one.
        new ApiKeyCredential(key ?? "none"),
        new OpenAIClientOptions
        {
            Endpoint = address,
            Transport = new HttpClientPipelineTransport(http),
            // One try: whoever waits gets an answer without the model instead.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false },
            EnableDistributedTracing = false,
        });
}
