namespace Gemeo.Tests.Assistant.Model;

/// <summary>OpenAI's chat completions, streamed as server-sent events, and its embeddings.</summary>
sealed class ScriptedOpenAi : ScriptedModel
{
    public override string Endpoint => new Uri(Url, "/v1").ToString();
    protected override string ChatPath => "/v1/chat/completions";
    protected override string EmbeddingPath => "/v1/embeddings";
    protected override string ContentType => "text/event-stream";

    protected override string Piece(string text) => Chunk($$"""{"role":"assistant","content":{{Quoted(text)}}}""");

    // The arguments of a call come in pieces too.
    protected override IEnumerable<string> Call(int index, Script.Call call)
    {
        var half = call.Arguments.Length / 2;
        yield return Chunk($$$"""{"role":"assistant","tool_calls":[{"index":{{{index}}},"id":"call_{{{index}}}","type":"function","function":{"name":{{{Quoted(call.Tool)}}},"arguments":{{{Quoted(call.Arguments[..half])}}}}}]}""");
        yield return Chunk($$$"""{"tool_calls":[{"index":{{{index}}},"function":{"arguments":{{{Quoted(call.Arguments[half..])}}}}}]}""");
    }

    protected override string Ending(string reason) => Chunk("{}", Quoted(reason)) + "data: [DONE]\n\n";

    protected override string Refusal(string why) => $$$"""{"error":{"message":{{{Quoted(why)}}},"type":"x"}}""";

    protected override string Embeddings(IReadOnlyList<float[]> vectors) =>
        $$"""{"object":"list","model":"m","usage":{"prompt_tokens":1,"total_tokens":1},"data":[{{string.Join(',', vectors.Select((v, i) => $$"""{"object":"embedding","index":{{i}},"embedding":{{(SendsNumbers ? Numbers(v) : Base64(v))}}}"""))}}]}""";

    // The client asks for base64, as OpenAI offers.
    static string Base64(float[] vector) => $"\"{Convert.ToBase64String([.. vector.SelectMany(BitConverter.GetBytes)])}\"";

    static string Chunk(string delta, string finish = "null") =>
        $$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finish}}}]}""" + "\n\n";
}

/// <summary>Ollama's chat, streamed as lines of JSON, and its embeddings.</summary>
sealed class ScriptedOllama : ScriptedModel
{
    public override string Endpoint => Url.ToString();
    protected override string ChatPath => "/api/chat";
    protected override string EmbeddingPath => "/api/embed";
    protected override string ContentType => "application/x-ndjson";

    protected override string Piece(string text) => Line($$"""{"role":"assistant","content":{{Quoted(text)}}}""");

    protected override IEnumerable<string> Call(int index, Script.Call call) =>
        [Line($$$"""{"role":"assistant","content":"","tool_calls":[{"function":{"name":{{{Quoted(call.Tool)}}},"arguments":{{{call.Arguments}}}}}]}""")];

    // Ollama says "stop" after calls too.
    protected override string Ending(string reason) => Line("""{"role":"assistant","content":""}""",
        $$""","done_reason":"{{(reason == "length" ? "length" : "stop")}}","total_duration":1,"load_duration":1,"prompt_eval_count":1,"prompt_eval_duration":1,"eval_count":1,"eval_duration":1""", done: true);

    protected override string Refusal(string why) => $$"""{"error":{{Quoted(why)}}}""";

    protected override string Embeddings(IReadOnlyList<float[]> vectors) =>
        $$"""{"model":"m","embeddings":[{{string.Join(',', vectors.Select(Numbers))}}]}""";

    static string Line(string message, string more = "", bool done = false) =>
        $$"""{"model":"m","created_at":"2026-11-26T00:00:00Z","message":{{message}},"done":{{(done ? "true" : "false")}}{{more}}}""" + "\n";
}

/// <summary>Vectors of texts: texts that share words look alike.</summary>
static class Vectors
{
    public const int Length = 64;

    public static float[] Of(string text)
    {
        var vector = new float[Length];
        foreach (var word in text.ToLowerInvariant().Split((char[])[' ', '.', ',', ':', '?', '\n'], StringSplitOptions.RemoveEmptyEntries))
            vector[word.Aggregate(7, (hash, letter) => unchecked((hash * 31) + letter) & 0xFFFFFF) % Length] += 1;
        return vector;
    }
}
