using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Where the characters of one page land.</summary>
sealed class Surface(float width, float height, ReadingBudget budget, Faces faces)
{
    const int CheckEvery = 128;
    const float LeastSize = 0.5f;

    readonly List<Glyph> _glyphs = new(2048);
    float _pictured;
    int _shown;

    public ReadingBudget Budget => budget;

    public GlyphPage Page(int number) => new(number, width, height, _glyphs, Math.Min(1, _pictured));

    public void AddPicture(in TransformationMatrix at)
    {
        var area = Math.Abs(at.A * at.D - at.B * at.C);
        if (double.IsFinite(area)) _pictured += (float)Math.Min(1, area / Math.Max(1, width * height));
    }

    /// <param name="to">From the font's space (a size of 1) to the page.</param>
    public void Add(string text, IFont font, double advance, in TransformationMatrix to)
    {
        if (_shown++ % CheckEvery == 0) budget.Check();
        if (_shown > budget.Limits.Characters) throw budget.Stop(ReadingFault.TooHeavy);
        var size = Math.Sqrt(to.C * to.C + to.D * to.D);
        var along = Math.Sqrt(to.A * to.A + to.B * to.B);
        var (x, y) = (to.E, height - to.F);
        if (!(size > LeastSize && size < 1e4 && along < 1e4) || !OnPage(x, y, size)) return;
        var turn = to.B == 0 && to.A > 0 ? 0 : Degrees(to);
        var (turnedX, turnedY) = turn == 0 ? ((float)x, (float)y) : Turning.Upright((float)x, (float)y, turn);
        _glyphs.Add(new(text, turnedX, turnedY, (float)(advance * along), (float)size, faces.Of(font), (short)turn));
    }

    bool OnPage(double x, double y, double size) => x > -size && x < width + size && y > -size && y < height + size;

    static int Degrees(in TransformationMatrix to) => ((int)Math.Round(Math.Atan2(to.B, to.A) * 180 / Math.PI) + 360) % 360;
}
