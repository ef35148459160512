using Gemeo.Assistant.Answers;
using Gemeo.Knowledge.Search;
using Microsoft.Extensions.AI;

namespace Gemeo.Assistant.Model;

/// <summary>What was said before in the conversation.</summary>
public sealed record Turn(bool ByPerson, string Text);

/// <summary>A question; nothing that acts can be given along.</summary>
/// <param name="Text">The person's own words.</param>
/// <param name="Lab">The lab's name in the hearer's language.</param>
public sealed record ModelQuestion(string Text, Hearer Hearer, string Lab)
{
    public IReadOnlyList<Turn> History { get; init; } = [];

    /// <summary>The passages found: the first is [1].</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Tools; only those marked as reading (<see cref="ToolMarks"/>) are ever shown to the model or called.</summary>
    public IReadOnlyList<AIFunction> Tools { get; init; } = [];
}

/// <summary>How a tool says what it does, in its <see cref="AITool.AdditionalProperties"/>.</summary>
public static class ToolMarks
{
    /// <summary><c>lab</c>: it reads the live lab; <c>documents</c>: it gives text of documents. A tool without it is taken to act.</summary>
    public const string Reads = "gemeo.reads";
    public const string Lab = "lab";
    public const string Documents = "documents";

    public static string? Of(AITool tool) => tool.AdditionalProperties.TryGetValue(Reads, out var reads) && reads is Lab or Documents ? (string)reads! : null;
}
