namespace Gemeo.Cli;

/// <summary>All that a run touches besides the server: where it writes, what it reads from the environment, its clock.</summary>
/// <param name="Environment">Value of an environment variable; null when it is not set.</param>
public sealed record Surroundings(TextWriter Out, TextWriter Error, Func<string, string?> Environment, TimeProvider Time)
{
    /// <summary>Where a person answers when asked.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>A person sits before it, who can be asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Output goes to a terminal; so do errors. A file or a pipe gets neither colours nor what moves.</summary>
    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>This process's own.</summary>
    public static Surroundings Ours => new(Console.Out, Console.Error, System.Environment.GetEnvironmentVariable, TimeProvider.System)
    {
        In = Console.In,
        CanAsk = !Console.IsInputRedirected,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };

    // https://no-color.org: set and not empty.
    public bool IsPlain => Environment("NO_COLOR") is { Length: > 0 } || Environment("TERM") == "dumb";
}
