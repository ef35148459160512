using System.ComponentModel;
using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Tools;
using Gemeo.Hosting;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Role = Gemeo.Access.Rights.Role;

namespace Gemeo.Assistant.Mcp;

/// <summary>What an MCP client may do: what anybody may, by the same way, and with an explicit word where a person has to be asked.</summary>
[McpServerToolType]
public sealed class ActingTools(LabTools lab, OrderTool orders, IHttpContextAccessor http)
{
    [McpServerTool(Name = "invoke_action", Title = "Invoke an action", ReadOnly = false, Destructive = true, OpenWorld = false)]
    [Description("Orders an action and waits for the device: state 'confirmed' was reported by it (already=true: it was so before), 'sent' cannot be confirmed, an error tells why it is not done. An action with asksFirst needs confirm=true, which only a person's consent justifies.")]
    public Task<CallToolResult> InvokeAction(
        [Description("The thing's id.")] string thing,
        [Description("The action's name.")] string action,
        [Description("The action's input, as JSON; left out when it takes none.")] JsonElement? input = null,
        [Description("true: a person was asked and agreed.")] bool confirm = false) =>
        Do(thing, action, null, input, confirm);

    [McpServerTool(Name = "write_property", Title = "Write a property", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false)]
    [Description("Asks the device for another value of a property and waits until it reports it. Answers as invoke_action does.")]
    public Task<CallToolResult> WriteProperty(
        [Description("The thing's id.")] string thing,
        [Description("The property's name.")] string property,
        [Description("The value, as JSON.")] JsonElement value,
        [Description("true: a person was asked and agreed.")] bool confirm = false) =>
        Do(thing, null, property, value, confirm);

    async Task<CallToolResult> Do(string id, string? action, string? property, JsonElement? input, bool confirm)
    {
        if (Acting.Now?.May(Role.Operator) != true) return McpJson.Refusal(Fault.NoRight, "this wants the role operator");
        if (lab.Thing(id) is not { } thing) return McpJson.Refusal(Fault.NoThing);
        if (action is not null ? !thing.Actions.ContainsKey(action) : !thing.Properties.ContainsKey(property!)) return McpJson.Refusal(Fault.NoAffordance);
        if (input is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }) input = null;
        var step = new Step(thing, action, property, input);
        if (!confirm && OrderTool.AsksFirst(step))
            return McpJson.Refusal("asks-first", "Nothing was done: a person has to be asked before this. Ask, and call again with confirm=true if they agree.");
        var deed = await orders.Do(step, "mcp:" + (http.HttpContext is { } context ? Caller.Name(context) : "?"));
        var result = new { thing = thing.Id, action, property, state = deed.Command?.State, already = deed.IsAlready, command = deed.Command?.Id };
        return deed.Fault is { } fault ? McpJson.Refusal(fault, deed.Detail, result) : McpJson.Result(result);
    }
}
