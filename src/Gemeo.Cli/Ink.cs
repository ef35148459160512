namespace Gemeo.Cli;

/// <summary>What a colour says; where there are none, nothing is lost.</summary>
public enum Ink
{
    Plain,
    /// <summary>Well, there, confirmed.</summary>
    Good,
    /// <summary>Worth a look, on its way.</summary>
    Look,
    /// <summary>Ill, away, failed.</summary>
    Bad,
    /// <summary>What stands beside: times, units, what did not change.</summary>
    Faint,
    Strong,
    /// <summary>The name of a thing.</summary>
    Name,
}

/// <summary>Text of one ink.</summary>
public readonly record struct Piece(string Text, Ink Ink = Ink.Plain)
{
    public static implicit operator Piece(string text) => new(text);

    /// <summary>As a terminal takes it.</summary>
    public string Coloured => Ink switch
    {
        Ink.Good => $"\e[32m{Text}\e[0m",
        Ink.Look => $"\e[33m{Text}\e[0m",
        Ink.Bad => $"\e[31m{Text}\e[0m",
        Ink.Faint => $"\e[2m{Text}\e[0m",
        Ink.Strong => $"\e[1m{Text}\e[0m",
        Ink.Name => $"\e[36m{Text}\e[0m",
        _ => Text,
    };
}
