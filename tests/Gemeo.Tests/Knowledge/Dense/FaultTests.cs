using System.Diagnostics;
using Gemeo.Tests.Assistant.Model;

namespace Gemeo.Tests.Knowledge.Dense;

/// <summary>Whatever the model does, documents are read and found by their words, and it is said that they are.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(401, "model-refused")]
    [InlineData(404, "model-missing")]
    [InlineData(429, "model-busy")]
    [InlineData(503, "model-error")]
    public async Task A_provider_that_refuses_is_tried_again_until_it_does_not(int status, string code)
    {
        await using var rig = await DenseRig.Start(change: m => m.EmbeddingStatus = status);
        await rig.Add();
        var told = await rig.Embeddings("down");
        Assert.Equal(code, told["error"]!.GetValue<string>());
        Assert.StartsWith("O modelo de embeddings não ajuda a buscar: ", told["erro"]!.GetValue<string>(), StringComparison.Ordinal);
        var found = await rig.Search("onde fica a solda?");
        Assert.Equal(("solda.txt", false, code), (found["items"]![0]!["document"]!["name"]!.GetValue<string>(), found["complete"]!.GetValue<bool>(), found["embeddings"]!["error"]!.GetValue<string>()));
        Assert.Equal(0, rig.Rows());
        rig.Model.EmbeddingStatus = 200;
        await rig.Embedded();
        Assert.True(await rig.IsComplete());
    }

    [Fact]
    public async Task A_provider_where_nobody_answers_costs_a_search_nothing()
    {
        var gone = await ScriptedModel.Start("ollama");
        var endpoint = gone.Endpoint;
        await gone.DisposeAsync();
        await using var rig = await DenseRig.Start("ollama", more: $"--Gemeo:Embeddings:Endpoint={endpoint}");
        await rig.Add();
        Assert.Equal("model-unreachable", (await rig.Embeddings("down"))["error"]!.GetValue<string>());
        Assert.Equal("solda.txt", (await rig.Found("onde fica a solda?"))[0]);
    }

    public static TheoryData<string, float[]> NoVectors => new() { { "a number that is none", [float.NaN, 1] }, { "beyond all numbers", [float.PositiveInfinity, 1] }, { "no direction", [0, 0] } };

    [Theory]
    [MemberData(nameof(NoVectors))]
    public async Task What_is_no_vector_is_not_kept(string _, float[] vector)
    {
        await using var rig = await DenseRig.Start(change: m => m.Vector = _ => vector);
        await rig.Add();
        Assert.Equal("model-garbled", (await rig.Embeddings("down"))["error"]!.GetValue<string>());
        Assert.Equal((0, 0), (rig.Rows(), rig.InMemory));
        Assert.Equal("solda.txt", (await rig.Found("onde fica a solda?"))[0]);
    }

    [Fact]
    public async Task A_text_that_the_model_cannot_take_does_not_keep_the_others_from_it()
    {
        await using var rig = await DenseRig.Start(change: m => m.Vector = t => t.Contains("rede", StringComparison.Ordinal) ? [] : DenseRig.Meant(t));
        await rig.Add();
        var told = await rig.Embedded(2);
        Assert.Equal((3, 1), (told["of"]!.GetValue<int>(), told["skipped"]!.GetValue<int>()));
        Assert.Equal(2, rig.Rows());
        // Nor does a question that it cannot take keep the next one from it.
        Assert.Equal("rede.txt", (await rig.Found("quantos roteadores tem a rede?"))[0]);
        Assert.Equal("solda.txt", (await rig.Found(DenseRig.German))[0]);
    }

    [Fact]
    public async Task A_model_that_begins_to_fail_is_noticed_by_a_question()
    {
        await using var rig = await DenseRig.Start();
        await rig.Add();
        await rig.Embedded();
        rig.Model.EmbeddingStatus = 500;
        Assert.Equal("solda.txt", (await rig.Found("onde fica a solda?"))[0]);
        Assert.Equal("model-error", (await rig.Embeddings("down"))["error"]!.GetValue<string>());
        rig.Model.EmbeddingStatus = 200;
        await Documents.Until(rig.IsComplete, "the model to be asked again");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_embedded_by_its_beginning()
    {
        await using var rig = await DenseRig.Start(change: m => m.Vector = t => t.Contains("roteadores", StringComparison.Ordinal) ? [] : DenseRig.Meant(t));
        await rig.Add();
        await rig.Embedded();
        Assert.Equal(3, rig.Rows());
    }

    [Fact]
    public async Task Passages_that_take_long_hold_up_neither_reading_nor_searching()
    {
        await using var rig = await DenseRig.Start(change: m => m.Vector = _ => null);
        await rig.Add();
        var found = await rig.Search("onde fica a solda?");
        Assert.Equal(("solda.txt", false), (found["items"]![0]!["document"]!["name"]!.GetValue<string>(), found["complete"]!.GetValue<bool>()));
        // The server stops although the model says nothing.
        var began = Stopwatch.GetTimestamp();
        await rig.Restart();
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_question_that_takes_long_is_answered_by_words_and_the_next_ones_at_once()
    {
        await using var rig = await DenseRig.Start(more: ["--Gemeo:Embeddings:QuestionPrefix=pergunta: ", "--Gemeo:Embeddings:Timeout=0.3"]);
        await rig.Add();
        await rig.Embedded();
        rig.Model.Vector = t => t.StartsWith("pergunta: ", StringComparison.Ordinal) ? null : DenseRig.Meant(t);
        var found = await rig.Search("onde fica a solda?");
        Assert.Equal(("solda.txt", false), (found["items"]![0]!["document"]!["name"]!.GetValue<string>(), found["complete"]!.GetValue<bool>()));
        rig.Model.Vector = DenseRig.Meant;
        await Documents.Until(rig.IsComplete, "the model to be asked again");
        Assert.Equal("solda.txt", (await rig.Found(DenseRig.German))[0]);
    }

    [Fact]
    public async Task A_model_that_changes_under_the_running_server_embeds_everything_again()
    {
        await using var rig = await DenseRig.Start();
        await rig.Add();
        await rig.Embedded();
        rig.Model.Vector = text => [0, .. DenseRig.Meant(text)];
        Assert.Equal("solda.txt", (await rig.Found("onde fica a solda?"))[0]);
        await Documents.Until(async () => rig.Rows("\"Dimension\" = 5") == 3 && await rig.IsComplete(), "vectors of the other model");
        Assert.Equal("solda.txt", (await rig.Found(DenseRig.German))[0]);
    }
}
