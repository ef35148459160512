using Gemeo.Knowledge.Reading.Pdf;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>A word as it stands on the page, upright (see <see cref="Turning"/>).</summary>
/// <param name="Left">Where it begins.</param>
/// <param name="Baseline">Counted from the top.</param>
/// <param name="SpaceBefore">Whether the page itself draws a space there.</param>
sealed record Word(string Text, float Left, float Right, float Baseline, float Size, Face Face, short Turn, bool SpaceBefore, bool SpaceAfter)
{
    public float Top { get; } = Baseline - Face.Ascent * Size;

    public float Bottom { get; } = Baseline + Face.Descent * Size;

    public float Width => Right - Left;

    public Box OnPage(float left, float right) => Turning.OnPage(Box.Between(left, Top, right, Bottom), Turn);

    public Word JoinedWith(Word next) => this with
    {
        Text = Text + next.Text,
        Right = Math.Max(Right, next.Right),
        SpaceAfter = next.SpaceAfter,
    };
}
