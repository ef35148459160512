namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>What a font says about its letters, once for each font of a document.</summary>
/// <param name="Ascent">Above the baseline, in shares of the size.</param>
/// <param name="Descent">Below the baseline, positive.</param>
sealed record Face(string Name, bool Bold, bool Mono, float Ascent, float Descent);

/// <summary>A character on the page. X and Y (the baseline) are turned so that the text runs to the right and lines run down.</summary>
/// <param name="Turn">Degrees, counter-clockwise, by which the text is turned on the page.</param>
readonly record struct Glyph(string Text, float X, float Y, float Width, float Size, Face Face, short Turn)
{
    public float Right => X + Width;
}

/// <summary>The characters of a page in the order in which they are drawn.</summary>
/// <param name="Pictured">Share of the page that pictures cover, at most 1.</param>
sealed record GlyphPage(int Number, float Width, float Height, IReadOnlyList<Glyph> Glyphs, float Pictured);
