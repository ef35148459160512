using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Assistant.Model;

/// <summary>The model path: settings, prompts and the client.</summary>
static class ModelSlice
{
    public static IServiceCollection AddModel(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<Settings>, AssistantSettingsCheck>().AddSingleton<PromptBook>().AddSingleton(LanguageModel.Of);
}
