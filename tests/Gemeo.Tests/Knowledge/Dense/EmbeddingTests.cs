using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Gemeo.Tests.Knowledge.Dense;

/// <summary>Passages get their vectors from a provider, and are found by what they mean.</summary>
public sealed class EmbeddingTests
{
    [Theory]
    [InlineData("openai")]
    [InlineData("ollama")]
    public async Task A_question_of_which_no_word_is_known_finds_what_it_means_and_says_how(string protocol)
    {
        await using var rig = await DenseRig.Start(protocol);
        await rig.Add();
        var told = await rig.Embedded();
        Assert.Equal(("m", 3), (told["model"]!.GetValue<string>(), told["of"]!.GetValue<int>()));
        Assert.Equal(3, rig.Rows($"\"Model\" = '{protocol}:m' and \"Dimension\" = 4 and length(\"Unit\") = 16"));
        var found = await rig.Search(DenseRig.German, trace: true);
        var best = found["items"]![0]!;
        Assert.Equal(("solda.txt", "pt", true), (best["document"]!["name"]!.GetValue<string>(), best["language"]!.GetValue<string>(), found["complete"]!.GetValue<bool>()));
        Assert.Null(best["blend"]!["words"]);
        Assert.InRange(best["blend"]!["meaning"]!["score"]!.GetValue<double>(), .999, 1.001);
        Assert.All(rig.Model.Authorizations, a => Assert.Equal($"Bearer {DenseRig.Key}", a));
        Assert.DoesNotContain(DenseRig.Key, found.ToJsonString() + told.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_of_the_protocol_that_sends_numbers_instead_of_base64_is_understood()
    {
        await using var rig = await DenseRig.Start(change: m => m.SendsNumbers = true);
        await rig.Add();
        await rig.Embedded();
        Assert.Equal("solda.txt", (await rig.Found(DenseRig.German))[0]);
    }

    [Fact]
    public async Task The_trace_shows_both_parts_and_they_make_the_score()
    {
        await using var rig = await DenseRig.Start(more: "--Gemeo:Embeddings:Weight=0.4");
        await rig.Add();
        await rig.Embedded();
        foreach (var item in (await rig.Search("onde fica a estação de solda?", trace: true))["items"]!.AsArray())
        {
            var (blend, sum) = (item!["blend"]!, 0.0);
            foreach (var part in (JsonNode?[])[blend["words"], blend["meaning"]])
                if (part is not null) sum += part["share"]!.GetValue<double>() * part["weight"]!.GetValue<double>();
            Assert.Equal(item["score"]!.GetValue<double>(), sum * blend["scale"]!.GetValue<double>(), 1e-3);
        }
        var best = (await rig.Search("onde fica a estação de solda?", trace: true))["items"]![0]!;
        Assert.Equal((.6, .4), (best["blend"]!["words"]!["weight"]!.GetValue<double>(), best["blend"]!["meaning"]!["weight"]!.GetValue<double>()));
        Assert.Equal(best["trace"]!["sum"]!.GetValue<double>(), best["score"]!.GetValue<double>(), 1e-3);
    }

    [Fact]
    public async Task A_restart_embeds_nothing_again_and_another_model_everything()
    {
        await using var rig = await DenseRig.Start();
        await rig.Add();
        await rig.Embedded();
        await rig.Restart();
        await rig.Embedded();
        // Only to see whether the model is still the same.
        Assert.Single(rig.Model.Embedded);
        Assert.Equal("solda.txt", (await rig.Found(DenseRig.German))[0]);
        await rig.Restart("--Gemeo:Embeddings:Model=n");
        await rig.Embedded();
        Assert.Equal(4, rig.Model.Embedded.Count);
        Assert.Equal((3, 3), (rig.Rows("\"Model\" = 'openai:n'"), rig.Rows()));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public async Task Another_model_under_the_same_name_is_noticed_and_embeds_everything_again(int dimension)
    {
        await using var rig = await DenseRig.Start();
        await rig.Add();
        await rig.Embedded();
        rig.Model.Vector = text => [.. Enumerable.Repeat(0f, dimension - 4), .. DenseRig.Meant(text).Reverse()];
        await rig.Restart();
        await rig.Embedded();
        Assert.Equal(3, rig.Model.Embedded.Distinct().Count());
        Assert.Equal(3, rig.Rows($"\"Dimension\" = {dimension}"));
        Assert.Equal("solda.txt", (await rig.Found(DenseRig.German))[0]);
    }

    [Fact]
    public async Task What_is_deleted_or_replaced_leaves_no_vector()
    {
        await using var rig = await DenseRig.Start();
        var ids = await rig.Add();
        await rig.Embedded();
        Assert.Equal(204, (await rig.Server.Send(HttpMethod.Delete, $"/documents/{ids[1]}")).Status);
        Assert.Equal((2, 2), (rig.Rows(), rig.InMemory));
        await rig.Http.Put(HttpMethod.Put, $"/documents/{ids[0]}", Documents.Form(("solda.txt", Documents.Text("Aqui nada se liga."))));
        await rig.Http.Ended(ids[0]);
        await rig.Embedded(2);
        Assert.Equal((2, 2), (rig.Rows(), rig.InMemory));
        Assert.DoesNotContain("A estação", string.Concat((await rig.Search(DenseRig.German))["items"]!.AsArray().Select(i => i!["text"]!.GetValue<string>())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_family_of_e5_gets_its_prefixes_and_a_setting_goes_before()
    {
        await using var rig = await DenseRig.Start(more: "--Gemeo:Embeddings:Model=intfloat/multilingual-e5-small");
        await rig.Add();
        await rig.Embedded();
        await rig.Search(DenseRig.German);
        Assert.Equal("query: " + DenseRig.German, rig.Model.Embedded.Last());
        Assert.All(rig.Model.Embedded.SkipLast(1), t => Assert.StartsWith("passage: ", t, StringComparison.Ordinal));
        await rig.Restart("--Gemeo:Embeddings:Model=multilingual-e5-small", "--Gemeo:Embeddings:PassagePrefix=", "--Gemeo:Embeddings:QuestionPrefix=pergunta: ");
        await rig.Embedded();
        await rig.Search(DenseRig.German);
        Assert.Equal("pergunta: " + DenseRig.German, rig.Model.Embedded.Last());
        Assert.DoesNotContain(rig.Model.Embedded, t => t.StartsWith("passage: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_library_from_before_there_were_vectors_gets_them()
    {
        await using var rig = await DenseRig.Start(more: "--Gemeo:Embeddings:Provider=none");
        await rig.Add();
        Assert.Null((await rig.Server.Get("/documents"))!["embeddings"]);
        Assert.Empty(rig.Model.Requests);
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(rig.Server.Data, "knowledge.db")};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "drop table vectors; drop table knowledge_migrations; pragma user_version = 1";
            await command.ExecuteNonQueryAsync();
        }
        await rig.Restart();
        await rig.Embedded();
        Assert.Equal(3, rig.Rows());
        var id = (await rig.Http.All())[0].Id();
        await rig.Server.Send(HttpMethod.Delete, $"/documents/{id}");
        Assert.Equal(2, rig.Rows());
    }
}
