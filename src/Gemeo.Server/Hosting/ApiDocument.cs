using Gemeo.Hosting.Shapes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gemeo.Hosting;

/// <summary>What the OpenAPI document says of the whole; <see cref="ApiOperation"/> completes each address.</summary>
public static class ApiDocument
{
    const string Key = "key";

    public static void Configure(OpenApiOptions options) => options
        .AddDocumentTransformer((document, _, _) => Done(() => Describe(document)))
        .AddOperationTransformer((operation, context, _) => Done(() => Complete(operation, context.Description.HttpMethod ?? "", "/" + context.Description.RelativePath, context.Document!)));

    static void Complete(OpenApiOperation operation, string method, string path, OpenApiDocument document)
    {
        new ApiOperation(method, path).Complete(operation);
        ApiShapes.Complete(operation, method, path, document);
    }

    static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Gêmeo";
        document.Info.Version = typeof(ApiDocument).Assembly.GetName().Version?.ToString(3);
        document.Info.Description = "A digital twin of a lab: things, commands, history and one log, live. Refusals are RFC 9457 problem details with `erro`, a sentence in the caller's language. On this machine no key is needed; beyond it one is.";
        ApiShapes.AddTo(document);
        document.AddComponent<IOpenApiSecurityScheme>(Key, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
        document.Security = [new(), new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
    }
}
