using System.Text.Json;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Model;
using Gemeo.Tests.Assistant.Intents;
using static Gemeo.Tests.Assistant.Model.ModelRig;

namespace Gemeo.Tests.Assistant.Model;

public sealed class OrderTests
{
    public static TheoryData<string> Protocols => ["openai", "ollama"];

    static ModelOrder Ordered(string text, List<Step> carried, string? error = null)
    {
        var order = Assert.IsType<Intent.Order>(Utterances.Recognise("demo", text));
        return new(text, Pt, "Laboratório", order, (step, _) =>
        {
            carried.Add(step);
            return Task.FromResult(new ChatPart.Acted(step.Thing.Id, step.Action, step.Property, "c1", error is null ? "confirmed" : "failed", error));
        });
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task An_order_is_carried_out_as_the_person_said_it(string protocol)
    {
        var carried = new List<Step>();
        await using var rig = await Start(protocol, [new Script.Call("step_1", """{"thing":"fechadura","value":false}""")]);
        var heard = await rig.Order(Ordered("acenda a lâmpada da bancada", carried));
        Assert.Equal("lampada-bancada", Assert.Single(carried).Thing.Id);
        Assert.Equal("confirmed", Assert.Single(heard.Acted).State);
        Assert.Null(heard.Failed);
        Assert.Single(heard.Parts);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task Only_what_the_order_names_can_be_done_and_once(string protocol)
    {
        var carried = new List<Step>();
        await using var rig = await Start(protocol, [new Script.Call("step_9"), new Script.Call("invoke_action", """{"thing":"ar-5g"}"""), new Script.Call("step_1"), new Script.Call("step_1"), new Script.Say("Apaguei tudo e tranquei a porta.")]);
        var heard = await rig.Order(Ordered("acenda a lâmpada da bancada", carried));
        Assert.Single(carried);
        Assert.Single(heard.Acted);
        Assert.Equal("", heard.Text);
        var tools = rig.Server.Bodies[0].GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("function").GetProperty("name").GetString());
        Assert.Equal(["step_1"], tools);
    }

    [Fact]
    public async Task With_an_order_the_model_reads_the_persons_words_and_no_others()
    {
        var carried = new List<Step>();
        await using var rig = await Start("openai", [new Script.Call("step_1")]);
        await rig.Order(Ordered("acenda a lâmpada da bancada", carried));
        var messages = rig.Server.Bodies[0].GetProperty("messages").EnumerateArray().Select(m => (m.GetProperty("role").GetString(), Text(m.GetProperty("content")))).ToArray();
        Assert.Equal(("user", "acenda a lâmpada da bancada"), messages[1]);
        Assert.Equal(2, messages.Length);
        Assert.Equal("system", messages[0].Item1);
        // No member of an order can hold a passage or what was said before.
        Assert.Equal(["Carry", "EqualityContract", "Hearer", "Lab", "Order", "Text"],
            typeof(ModelOrder).GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).Select(p => p.Name).Distinct().Order());
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_model_that_says_it_did_but_did_not_is_found_out(string protocol)
    {
        var carried = new List<Step>();
        await using var rig = await Start(protocol, [new Script.Say("Pronto, acendi a lâmpada da bancada.")]);
        var heard = await rig.Order(Ordered("acenda a lâmpada da bancada", carried));
        Assert.Empty(carried);
        Assert.Equal("", heard.Text);
        Assert.Equal("model-did-not-act", Assert.IsType<ChatPart.Failed>(Assert.Single(heard.Parts)).Code);
    }

    [Fact]
    public async Task A_step_that_fails_is_told_as_it_ended()
    {
        var carried = new List<Step>();
        await using var rig = await Start("openai", [new Script.Call("step_1")]);
        var heard = await rig.Order(Ordered("acenda a lâmpada da bancada", carried, error: "offline"));
        Assert.Equal(("failed", "offline"), (heard.Acted[0].State, heard.Acted[0].Error));
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task When_the_provider_fails_midway_the_steps_done_are_told_and_the_rest_is_left_to_others(string protocol)
    {
        var carried = new List<Step>();
        await using var rig = await Start(protocol, [new Script.Call("step_1")], [new Script.Refuse(500)]);
        var heard = await rig.Order(Ordered("apague a luz e ligue o ar", carried));
        Assert.Single(carried);
        Assert.Single(heard.Acted);
        Assert.Equal("model-error", heard.Failed!.Code);
    }

    static string Text(JsonElement content) => content.ValueKind == JsonValueKind.Array ? content[0].GetProperty("text").GetString()! : content.GetString()!;
}
