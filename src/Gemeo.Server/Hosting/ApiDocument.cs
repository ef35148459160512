using Microsoft.AspNetCore.OpenApi;

namespace Gemeo.Hosting;

/// <summary>What the OpenAPI document says of the whole.</summary>
public static class ApiDocument
{
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Gêmeo";
        document.Info.Description = "A digital twin of a lab: things, commands, history and one log, live. Refusals are RFC 9457 problem details with `erro`, a sentence in the caller's language.";
        return Task.CompletedTask;
    });
}
