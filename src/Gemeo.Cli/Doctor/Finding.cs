namespace Gemeo.Cli.Doctor;

/// <summary>Well, worth a look, or ill; only what is ill makes the doctor fail.</summary>
public enum Health { Well, Look, Ill }

/// <summary>One line of the doctor's.</summary>
/// <param name="Check">Stable name, for programs.</param>
/// <param name="Todo">What to do about it; null when nothing.</param>
public sealed record Finding(string Check, Health Health, string Says, string? Todo = null);
