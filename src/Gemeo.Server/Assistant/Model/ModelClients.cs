using System.ClientModel;
using System.ClientModel.Primitives;
using Gemeo.Assistant.Model.Talking;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace Gemeo.Assistant.Model;

/// <summary>Opens the door to the configured provider.</summary>
static class ModelClients
{
    public static IChatClient? Chat(AssistantSettings settings) =>
        !settings.IsOn() ? null
        : settings.IsOllama() ? new OllamaApiClient(Http(settings), settings.Model!)
        : OpenAi(settings).GetChatClient(settings.Model!).AsIChatClient();

    static OpenAIClient OpenAi(AssistantSettings settings) => new(
        // Servers on one's own machine ask for no key, and the library insists on one.
        new ApiKeyCredential(settings.Key ?? "none"),
        new OpenAIClientOptions
        {
            Endpoint = settings.Address(),
            Transport = new HttpClientPipelineTransport(Http(settings)),
            // One try: whoever waits gets the answer from the documents instead.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false },
            EnableDistributedTracing = false,
        });

    // No redirects: the key goes to nobody but whom the setting names. Our own clocks end a request, not the client's.
    static HttpClient Http(AssistantSettings settings)
    {
        var address = settings.Address();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !address.IsLoopback, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var http = new HttpClient(new TakenBack(handler)) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        if (settings.IsOllama() && settings.Key is { } key) http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }
}
