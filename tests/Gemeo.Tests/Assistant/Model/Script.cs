namespace Gemeo.Tests.Assistant.Model;

/// <summary>What a scripted model does when it is asked, in order.</summary>
public abstract record Script
{
    /// <summary>Says it in small pieces, as models do.</summary>
    public sealed record Say(string Text) : Script;

    /// <param name="Arguments">As JSON.</param>
    public sealed record Call(string Tool, string Arguments = "{}") : Script;

    /// <summary>Answers with a status instead of anything, and with what the protocol says then.</summary>
    public sealed record Refuse(int Status, string Why = "no") : Script;

    /// <summary>Says no more, and does not hang up.</summary>
    public sealed record Stall : Script;

    /// <summary>Breaks the connection off, as soon as the test says so.</summary>
    public sealed record Drop : Script;

    /// <summary>Ends in good order, but without having said that it is done.</summary>
    public sealed record Leave : Script;

    /// <summary>Sends these bytes as they are.</summary>
    public sealed record Raw(string Text) : Script;

    /// <summary>Stops because of its limit of tokens.</summary>
    public sealed record RunOut : Script;
}
