using Gemeo.Knowledge.Dense;
using Gemeo.Knowledge.Dense.Onnx;

namespace Gemeo.Tests.Knowledge.Dense;

/// <summary>A real encoder in this process, by the real libraries; only small.</summary>
public sealed class OnnxTests : IDisposable
{
    readonly string _folder = Folder.New("onnx");

    // Each number's vector can be told from every other's.
    static float[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(i => new[] { i, i * i, 1f, -2f * i })];

    static float[] Mean(params int[] ids) => [.. Enumerable.Range(0, TinyModel.Dimension).Select(d => ids.Average(i => Rows(20)[i][d]))];

    async Task<float[][]> Encode(params string[] texts)
    {
        using var encoder = OnnxEncoder.Open(new(_folder));
        return [.. (await encoder.GenerateAsync(texts)).Select(e => e.Vector.ToArray())];
    }

    static void Near(float[] expected, float[] given)
    {
        Assert.Equal(expected.Length, given.Length);
        Assert.All(expected.Zip(given), p => Assert.Equal(p.First, p.Second, 1e-4));
    }

    [Fact]
    public async Task Words_are_numbered_as_BERT_numbers_them_and_the_mean_leaves_out_what_fills_up()
    {
        TinyModel.WriteModel(_folder, Rows(20), inputs: "token_type_ids");
        TinyModel.WriteWords(_folder, "luz", "ar", "acao", "##s");
        var vectors = await Encode("Luz", "luz ar ações", "ar, nada");
        Near(Mean(2, 5, 3), vectors[0]);
        Near(Mean(2, 5, 6, 1, 3), vectors[1]);
        Near(Mean(2, 6, 1, 1, 3), vectors[2]);
    }

    [Fact]
    public async Task Capitals_and_accents_are_left_where_the_vocabulary_knows_them()
    {
        TinyModel.WriteModel(_folder, Rows(20));
        TinyModel.WriteWords(_folder, "Luz", "luz", "Ação", "acao");
        await File.WriteAllTextAsync(Path.Combine(_folder, "tokenizer_config.json"), """{"do_lower_case": false}""");
        Near(Mean(2, 5, 7, 3), (await Encode("Luz Ação"))[0]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tokenizer_config.json"), """{"do_lower_case": true}""");
        Near(Mean(2, 6, 8, 3), (await Encode("Luz Ação"))[0]);
    }

    [Fact]
    public async Task Pieces_are_numbered_as_XLM_R_numbers_them()
    {
        TinyModel.WriteModel(_folder, Rows(20));
        TinyModel.WritePieces(_folder, "▁luz", "▁ar", "s");
        var vectors = await Encode("luz", "luz ars", "ar €");
        // In the file ▁luz is 3, here it is 4; 0 begins, 2 ends, 3 is unknown.
        Near(Mean(0, 4, 2), vectors[0]);
        Near(Mean(0, 4, 5, 6, 2), vectors[1]);
        Assert.Equal(TinyModel.Dimension, vectors[2].Length);
    }

    [Fact]
    public async Task A_text_beyond_what_the_model_reads_is_cut_and_many_texts_come_back_in_order()
    {
        TinyModel.WriteModel(_folder, Rows(20));
        TinyModel.WriteWords(_folder, "luz", "ar");
        var texts = Enumerable.Range(0, 11).Select(i => string.Join(' ', Enumerable.Repeat(i % 2 == 0 ? "luz" : "ar", i == 5 ? 2000 : i + 1))).ToArray();
        var vectors = await Encode(texts);
        for (var i = 0; i < texts.Length; i++)
            Near(Mean([2, .. Enumerable.Repeat(i % 2 == 0 ? 5 : 6, i == 5 ? 510 : i + 1), 3]), vectors[i]);
    }

    [Fact]
    public void A_file_that_is_no_model_is_a_fault_with_a_name()
    {
        File.WriteAllText(Path.Combine(_folder, "model.onnx"), "nothing");
        TinyModel.WriteWords(_folder, "luz");
        var why = Assert.Throws<EmbeddingException>(() => Encoder.Open(new() { Provider = "onnx", Model = _folder }, TimeProvider.System));
        Assert.Equal(EmbeddingFault.Unusable, why.Fault);
    }

    [Fact]
    public void A_model_that_asks_for_what_is_not_known_is_a_fault_too()
    {
        TinyModel.WriteModel(_folder, Rows(20), inputs: "pixel_values");
        TinyModel.WriteWords(_folder, "luz");
        Assert.Contains("pixel_values", Assert.Throws<NotSupportedException>(() => OnnxEncoder.Open(new(_folder))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_embeds_with_it_and_another_file_under_the_same_name_is_another_model()
    {
        var (data, model) = (Folder.New("data"), Directory.CreateDirectory(Path.Combine(_folder, "tiny-e5")).FullName);
        string[] args = ["--Gemeo:Embeddings:Provider=onnx", $"--Gemeo:Embeddings:Model={model}"];
        TinyModel.WriteWords(model, "solda", "lotkolben", "rede", "roteadores", "passage", "query");
        float[][] table = [.. Enumerable.Range(0, 5).Select(_ => new[] { 0, 0, 0, .1f }), [9, 0, 0, 0], [9, 0, 0, 0], [0, 9, 0, 0], [0, 9, 0, 0], [0, 0, .1f, 0], [0, 0, .1f, 0]];
        TinyModel.WriteModel(model, table);
        await using (var server = await TestServer.Start(data: data, args: args))
        {
            await server.Http.Read("a.txt", Documents.Text("A estação de solda fica na bancada três."));
            await server.Http.Read("b.txt", Documents.Text("A rede sem fio tem dois roteadores."));
            await Ready(server, 2);
            var found = (await server.Get($"/search?q={Uri.EscapeDataString(DenseRig.German)}"))!;
            Assert.Equal("a.txt", found["items"]![0]!["document"]!["name"]!.GetValue<string>());
            Assert.Equal("tiny-e5", found["embeddings"]!["model"]!.GetValue<string>());
            Assert.Equal(2, Documents.Rows(data, "vectors", "Model like 'onnx:tiny-e5:%(passage:)'"));
        }
        table[5] = [0, 9, 0, 0];
        TinyModel.WriteModel(model, table);
        await using (var server = await TestServer.Start(data: data, args: args))
        {
            await Ready(server, 2);
            var found = (await server.Get($"/search?q={Uri.EscapeDataString(DenseRig.German)}&trace=true"))!;
            Assert.DoesNotContain(found["items"]!.AsArray(), i => i!["blend"]!["meaning"]!["score"]!.GetValue<double>() > .9);
            Assert.Equal(2, Documents.Rows(data, "vectors"));
        }
        Folder.Remove(data);
    }

    static Task Ready(TestServer server, int passages) =>
        Documents.Until(async () => (await server.Get("/documents"))!["embeddings"] is { } now && now["state"]!.GetValue<string>() == "ready" && now["done"]!.GetValue<int>() == passages, "vectors");

    public void Dispose() => Folder.Remove(_folder);
}
