using System.Text;

namespace Gemeo.Simulator;

/// <summary>Chance that repeats: the same seed and device give the same readings.</summary>
static class Chance
{
    public static Random For(int seed, string id) => new(seed ^ (int)Stable(id));

    /// <summary>FNV-1a; <c>string.GetHashCode</c> differs from run to run.</summary>
    public static uint Stable(string text)
    {
        var hash = 2166136261u;
        foreach (var one in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ one) * 16777619u;
        return hash;
    }
}
