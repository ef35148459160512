using System.Text.Json;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Intents;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Things;
using Step = Gemeo.Assistant.Intents.Step;

namespace Gemeo.Assistant.Tools;

/// <summary>What an order came to, as its command has it.</summary>
/// <param name="Step">With the value that was really sent.</param>
/// <param name="Command">Null when none was made.</param>
/// <param name="Fault">Null when the device confirmed it, when it was so already, or when nothing can confirm it.</param>
/// <param name="Shows">The property in which it shows, with what it said before and says now; null when none shows it.</param>
public sealed record Deed(Step Step, Command? Command, Fault? Fault, string? Detail, Shown? Shows) : ChatPart
{
    public ThingDescription Thing => Step.Thing;

    /// <summary>The device said that it is as ordered, and it was not so before.</summary>
    public bool IsDone => Fault is null && Command is { State: CommandState.Confirmed, Already: false };

    public bool IsAlready => Fault is null && Command is { Already: true };
}

/// <param name="Before">What was reported last before; null when nothing was.</param>
public sealed record Shown(string Property, JsonElement? Before, JsonElement After);
