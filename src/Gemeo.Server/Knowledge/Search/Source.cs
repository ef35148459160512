using Gemeo.Linguistics;

namespace Gemeo.Knowledge.Search;

/// <summary>A stored passage that was found for a question.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Name">Its name, as people know it.</param>
/// <param name="Section">The headings above it, outermost first, joined by " › "; null when there is none.</param>
/// <param name="Text">The passage exactly as the page has it.</param>
/// <param name="Start">Where it begins in the page's text.</param>
/// <param name="Score">0 to 1: a share of what an ideal passage would have.</param>
public sealed record Source(string Document, string Name, int Page, string? Section, string Text, int Start, Lang Language, double Score);
