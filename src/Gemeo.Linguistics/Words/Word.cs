namespace Gemeo.Linguistics.Words;

/// <summary>A word and where it stands in its text.</summary>
/// <param name="Text">Folded: no case, no accents.</param>
/// <param name="Shouted">Two capitals or more and nothing small: an acronym, or a heading.</param>
/// <param name="Joined">The whole of a compound whose parts come as words of their own just before it: <c>tplink</c> of TP-Link.</param>
public readonly record struct Word(string Text, int Start, int Length, bool Shouted, bool Joined);
