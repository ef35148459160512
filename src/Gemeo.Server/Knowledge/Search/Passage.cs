using Gemeo.Linguistics;

namespace Gemeo.Knowledge.Search;

/// <summary>What is searched for: a piece of a document, in one language.</summary>
public readonly record struct Passage(int Id, Lang Language, string Text);
