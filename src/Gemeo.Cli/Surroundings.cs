namespace Gemeo.Cli;

/// <summary>All that a run touches besides the server: where it writes, what it reads from the environment, its clock.</summary>
/// <param name="Environment">Value of an environment variable; null when it is not set.</param>
public sealed record Surroundings(TextWriter Out, TextWriter Error, Func<string, string?> Environment, TimeProvider Time);
