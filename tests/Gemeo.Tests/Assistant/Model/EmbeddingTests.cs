using System.ClientModel;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace Gemeo.Tests.Assistant.Model;

public sealed class EmbeddingTests
{
    [Theory]
    [InlineData("openai")]
    [InlineData("ollama")]
    public async Task The_scripted_servers_embed_as_their_protocol_says(string protocol)
    {
        await using var server = await ScriptedModel.Start(protocol);
        using var generator = protocol == "ollama" ? new OllamaApiClient(new Uri(server.Endpoint), "m") : OpenAi(server);
        var vectors = await generator.GenerateAsync(["a luz da bancada", "o ar da sala"]);
        Assert.Equal(2, vectors.Count);
        Assert.Equal(Vectors.Of("a luz da bancada"), vectors[0].Vector.ToArray());
        Assert.Equal(Vectors.Of("o ar da sala"), vectors[1].Vector.ToArray());
    }

    static IEmbeddingGenerator<string, Embedding<float>> OpenAi(ScriptedModel server) =>
        new OpenAIClient(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = new Uri(server.Endpoint) }).GetEmbeddingClient("m").AsIEmbeddingGenerator();
}
