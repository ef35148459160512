namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Between a page as shown and the same turned so that its turned text stands upright.</summary>
static class Turning
{
    public static (float X, float Y) Upright(float x, float y, int degrees)
    {
        var (sin, cos) = SinCos(degrees);
        return (x * cos - y * sin, x * sin + y * cos);
    }

    /// <summary>The box on the page that holds an upright one.</summary>
    public static Box OnPage(Box upright, int degrees)
    {
        if (degrees == 0) return upright;
        var (sin, cos) = SinCos(-degrees);
        Span<float> xs = [upright.Left, upright.Right, upright.Left, upright.Right];
        Span<float> ys = [upright.Top, upright.Top, upright.Bottom, upright.Bottom];
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        for (var i = 0; i < 4; i++)
        {
            var (x, y) = (xs[i] * cos - ys[i] * sin, xs[i] * sin + ys[i] * cos);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }
        return Box.Between(left, top, right, bottom);
    }

    static (float Sin, float Cos) SinCos(int degrees) => degrees switch
    {
        90 or -270 => (1, 0),
        180 or -180 => (0, -1),
        270 or -90 => (-1, 0),
        _ => MathF.SinCos(degrees * MathF.PI / 180),
    };
}
