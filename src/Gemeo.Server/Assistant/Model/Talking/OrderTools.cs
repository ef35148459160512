using System.Text.Json;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Intents;
using Microsoft.Extensions.AI;

namespace Gemeo.Assistant.Model.Talking;

/// <summary>
/// One tool without arguments for each step of an order. Thing, action and value are what the recogniser read in the person's own words;
/// the model can only call a step or leave it. Whatever it calls besides does not exist.
/// </summary>
sealed class OrderTools(ModelOrder order)
{
    readonly bool[] _called = new bool[order.Order.Steps.Length];

    public IReadOnlyList<AITool> Shown => [.. order.Order.Steps.Select((s, i) => AIFunctionFactory.CreateDeclaration(Name(i), Describe(s), NoArguments))];

    public bool AllCalled => _called.All(c => c);

    public async Task<(ChatPart.Acted? Part, FunctionResultContent Result)> Call(FunctionCallContent call, CancellationToken stopping)
    {
        var at = Enumerable.Range(0, _called.Length).FirstOrDefault(i => Name(i) == call.Name, -1);
        if (at < 0) return (null, new(call.CallId, "Error: the person did not order this."));
        if (_called[at]) return (null, new(call.CallId, "Error: this was carried out already."));
        _called[at] = true;
        var acted = await order.Carry(order.Order.Steps[at], stopping);
        return (acted, new(call.CallId, acted.Error is null ? $"State: {acted.State}" : $"Error: {acted.Error}"));
    }

    static string Name(int step) => $"step_{step + 1}";

    static string Describe(Step step) => $"{step.Thing.Id}: {step.Action ?? step.Property} {(step.Delta is { } by ? $"by {by}" : step.Input?.GetRawText())}".TrimEnd();

    static JsonElement NoArguments { get; } = JsonElement.Parse("""{"type":"object","properties":{},"additionalProperties":false}""");
}
