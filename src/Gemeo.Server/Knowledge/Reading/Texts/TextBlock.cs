namespace Gemeo.Knowledge.Reading.Texts;

/// <summary>A paragraph of a text that knows no paper.</summary>
/// <param name="Level">1 and on for a heading, else 0.</param>
/// <param name="NewPage">A form feed stood before it.</param>
readonly record struct TextBlock(string Text, int Level = 0, bool NewPage = false);
