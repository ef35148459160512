namespace Gemeo.Log;

/// <summary>Looking by halves. Times rise with the places, but for a clock that was wrong for a while: that is passed over.</summary>
static class Halves
{
    /// <summary>The last place up to <paramref name="high"/> of which something holds; <paramref name="low"/> when it holds of none after it.</summary>
    public static long Last(long low, long high, Func<long, bool> holds)
    {
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            if (holds(middle)) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
