namespace Gemeo.Linguistics.Lexicons;

/// <summary>One stem of the other language, and how probably it stands for the one that was asked for.</summary>
public readonly record struct Translation(string Stem, double Probability);
