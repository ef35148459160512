namespace Gemeo.Tests.Assistant.Chat;

public sealed class ChatAnswerTests
{
    [Fact]
    public async Task A_question_is_answered_in_its_own_language_from_what_the_devices_report()
    {
        await using var rig = await ChatRig.Start();
        Assert.Equal("Não. Lâmpada da bancada não está ligada.", (await rig.Say("a luz da bancada está ligada?")).Text());
        Assert.Equal("No. Bench lamp is not on.", (await rig.Say("is the bench lamp on?", language: "pt")).Text());
        Assert.Contains("Luz do teto 1", (await rig.Say("quais luzes existem no laboratório?")).Text(), StringComparison.Ordinal);
        Assert.StartsWith("4:", (await rig.Say("how many parking spots are there")).Text(), StringComparison.Ordinal);
        Assert.Contains("Sala 5G: Rádio 5G", (await rig.Say("onde está o rádio?")).Text(), StringComparison.Ordinal);
        Assert.Equal("help", (await rig.Say("ajuda"))["intent"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_documents_it_says_that_it_found_nothing_in_them()
    {
        await using var rig = await ChatRig.Start();
        var answer = await rig.Say("quem escreveu o regulamento de reservas?");
        Assert.Equal(("askDocuments", "Não encontrei nos documentos."), (answer["intent"]!.GetValue<string>(), answer.Text()));
        Assert.Empty(answer["citations"]!.AsArray());
        Assert.Equal("I did not find it in the documents.", (await rig.Say("what is a millimetre wave?")).Text());
    }

    [Fact]
    public async Task An_answer_streams_from_start_to_done()
    {
        await using var rig = await ChatRig.Start();
        var parts = await rig.Stream("ligue a luz da bancada e me diga se a porta está aberta");
        Assert.Equal("start", parts[0]["type"]!.GetValue<string>());
        Assert.Equal(["action", "text", "text"], parts[1..^1].Select(p => p["type"]!.GetValue<string>()));
        Assert.Equal("done", parts[^1]["type"]!.GetValue<string>());
        Assert.Equal(parts[0]["conversation"]!.GetValue<string>(), parts[^1]["conversation"]!.GetValue<string>());
        var asked = await rig.Stream("desligue o rádio", parts[0]["conversation"]!.GetValue<string>());
        Assert.Equal(["start", "text", "question", "done"], asked.Select(p => p["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_not_a_message_is_refused_with_a_sentence()
    {
        await using var rig = await ChatRig.Start();
        foreach (var (body, status, code) in new (object Body, int, string)[]
            {
                (new { }, 400, "bad-input"), (new { message = "" }, 400, "bad-input"), (new { message = 5 }, 400, "bad-input"), (new[] { 1 }, 400, "bad-input"),
                (new { message = new string('a', 4001) }, 400, "bad-input"), (new { message = "oi", language = "de" }, 400, "bad-input"),
                (new { message = "oi", conversation = "nenhuma" }, 404, "no-conversation"), (new { message = "oi", room = new string('x', 300) }, 400, "bad-input"),
                (new { message = new string('a', 100_000) }, 413, "too-large"),
            })
        {
            var (got, problem) = await rig.Server.Post("/chat", body);
            Assert.Equal((status, "urn:gemeo:problem:" + code), (got, problem!["type"]!.GetValue<string>()));
            Assert.NotEmpty(problem["erro"]!.GetValue<string>());
        }
        Assert.Equal(403, (await rig.Server.Post("/chat", new { message = "oi" }, ("Origin", "https://evil.example"))).Status);
        foreach (var hostile in (string[])["'; drop table conversation; --", "\0\u0001\u202e", "{{7*7}}", "desligue \u2066tudo\u2069", new string('?', 4000), string.Concat(Enumerable.Repeat("ligue a luz e ", 280))])
            Assert.Empty((await rig.Say(hostile))["actions"]!.AsArray());
        Assert.Empty(await rig.Commands());
    }
}
