using Gemeo.Assistant.Model.Talking;
using Gemeo.Hosting.Providers;
using Microsoft.Extensions.AI;
using OllamaSharp;

namespace Gemeo.Assistant.Model;

/// <summary>Opens the door to the configured provider.</summary>
static class ModelClients
{
    public static IChatClient? Chat(AssistantSettings settings) =>
        !settings.IsOn() ? null
        : settings.IsOllama() ? new OllamaApiClient(Http(settings, settings.Key), settings.Model!)
        : ProviderClients.OpenAi(settings.Address(), settings.Key, Http(settings)).GetChatClient(settings.Model!).AsIChatClient();

    static HttpClient Http(AssistantSettings settings, string? bearer = null) => ProviderClients.Http(settings.Address(), bearer, inner => new TakenBack(inner));
}
