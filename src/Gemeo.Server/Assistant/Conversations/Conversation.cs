using System.Text.Json;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Conversations;

/// <summary>A conversation as it is listed.</summary>
/// <param name="Title">How it began.</param>
/// <param name="Used">When something was said last.</param>
public sealed record Conversation(string Id, string Title, DateTimeOffset Created, DateTimeOffset Used, int Messages);

/// <summary>One thing that was said.</summary>
/// <param name="Role"><c>person</c> or <c>assistant</c>.</param>
/// <param name="Parts">What came with the words: citations, orders and their ends, a question; null when nothing did.</param>
public sealed record Message(string Role, string Text, DateTimeOffset Time, JsonElement? Parts = null)
{
    public const string Person = "person", Assistant = "assistant";
}

/// <summary>What a conversation goes on with: it outlives a restart as the words do.</summary>
/// <param name="Recent">Ids of the things last spoken of: what "it" means.</param>
/// <param name="Pending">What a "yes" would do.</param>
/// <param name="Done">What the last order changed, for an "undo".</param>
public sealed record Standing(Lang? Lang = null, IReadOnlyList<string>? Recent = null, Pending? Pending = null, LastOrder? Done = null)
{
    public static Standing New { get; } = new();
}

/// <param name="Until">A later "yes" does nothing.</param>
public sealed record Pending(IReadOnlyList<NotedStep> Steps, DateTimeOffset Until);

public sealed record LastOrder(IReadOnlyList<NotedDeed> Deeds, DateTimeOffset At);

/// <summary>A step as it is kept: the thing may be another by the time it is done.</summary>
public sealed record NotedStep(string Thing, string? Action, string? Property, JsonElement? Input, double? Delta);

/// <param name="Shown">The property in which it shows; null when none does.</param>
public sealed record NotedDeed(NotedStep Step, string? Shown, JsonElement? Before, JsonElement? After);
