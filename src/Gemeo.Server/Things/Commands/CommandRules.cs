using System.Runtime.InteropServices;
using System.Text.Json;
using Gemeo.Devices.Codec;
using Gemeo.Labs;

namespace Gemeo.Things;

/// <summary>Which report shows that an order was obeyed.</summary>
public sealed record Target(string Property, byte[] Value);

/// <summary>An order checked against the Thing Description: where it goes, what it carries, what confirms it.</summary>
public sealed record Plan(Form Form, byte[]? Value, Target? Target, bool Idempotent, bool Reconcile, TimeSpan Timeout)
{
    /// <summary>Of a command that its thing no longer describes.</summary>
    public static Plan Unknown { get; } = new(new("", false), null, null, false, false, TimeSpan.Zero);
}

public enum Verdict { Send, Already, Join, Offline, Queue }

/// <summary>What to do with an order. Pure.</summary>
public static class CommandRules
{
    /// <summary>Checks an order; either the plan or the fault is null.</summary>
    public static (Plan? Plan, OrderFault? Fault, string? Detail) Check(ThingDescription thing, Order order) =>
        order.Of == CommandOf.Property ? CheckWrite(thing, order) : CheckAction(thing, order);

    static (Plan?, OrderFault?, string?) CheckWrite(ThingDescription thing, Order order)
    {
        if (!thing.Properties.TryGetValue(order.Name, out var property)) return (null, OrderFault.NoAffordance, null);
        if (property.Write is null) return (null, OrderFault.ReadOnly, null);
        if (order.Input is not { } input) return (null, OrderFault.BadInput, "a value is required");
        var value = Compact(input);
        if (SchemaCheck.Fault(property.Schema, value) is { } fault) return (null, OrderFault.BadInput, fault);
        var target = property.Read is null ? null : new Target(property.Name, value);
        return (new(property.Write, value, target, true, property.Reconcile, order.Timeout ?? property.Deadline), null, null);
    }

    static (Plan?, OrderFault?, string?) CheckAction(ThingDescription thing, Order order)
    {
        if (!thing.Actions.TryGetValue(order.Name, out var action)) return (null, OrderFault.NoAffordance, null);
        var value = order.Input is { } input ? Compact(input) : null;
        if (value is not null && action.Input is null && value is not [(byte)'{', (byte)'}'] && !value.AsSpan().SequenceEqual("null"u8))
            return (null, OrderFault.BadInput, "this action takes no input");
        if (action.Input is not null && (value is null ? "an input is required" : SchemaCheck.Fault(action.Input, value)) is { } fault)
            return (null, OrderFault.BadInput, fault);
        var target = TargetOf(action, value);
        var reconcile = target is not null && thing.Properties.TryGetValue(target.Property, out var shown) && shown.Reconcile;
        return (new(action.Form, action.Input is null ? null : value, target, action.Idempotent, reconcile && action.Idempotent, order.Timeout ?? action.Deadline), null, null);
    }

    static Target? TargetOf(ActionAffordance action, byte[]? input)
    {
        if (action.ConfirmedBy is not { } confirmation) return null;
        if (confirmation.Expected is { } expected) return new(confirmation.Property, Compact(expected));
        if (input is null) return null;
        using var document = JsonDocument.Parse(input);
        return JsonPointer.Find(document.RootElement, confirmation.InputPointer) is { } value ? new(confirmation.Property, Compact(value)) : null;
    }

    /// <summary>Decides on a checked order, given what is known and what is under way.</summary>
    /// <param name="underWay">Open commands of this thing with their plans, oldest first.</param>
    public static (Verdict Verdict, string? JoinId) Decide(ThingState state, Order order, Plan plan, IEnumerable<(Command Command, Plan Plan)> underWay)
    {
        var rival = false;
        foreach (var (command, other) in underWay)
        {
            if (plan.Idempotent && !command.Queued && command.Of == order.Of && command.Name == order.Name && Same(command.Input, order.Input) && !rival)
                return (Verdict.Join, command.Id);
            rival |= plan.Target is { } mine && other.Target is { } theirs && mine.Property == theirs.Property && !JsonText.Same(mine.Value, theirs.Value);
        }
        if (state.Available == false) return (order.Queue is null ? Verdict.Offline : Verdict.Queue, null);
        return (!rival && plan.Idempotent && plan.Target is { } target && Shows(state, target) ? Verdict.Already : Verdict.Send, null);
    }

    public static bool Shows(ThingState state, Target target) =>
        state.Property(target.Property) is { } reported && JsonText.Same(reported.Value, target.Value);

    static bool Same(JsonElement? a, JsonElement? b) =>
        a is { } x && b is { } y ? JsonElement.DeepEquals(x, y) : a is null && b is null;

    static byte[] Compact(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        ? JsonSerializer.SerializeToUtf8Bytes(value)
        : JsonMarshal.GetRawUtf8Value(value).ToArray();
}
