using System.Text;

namespace Gemeo.Fuzz.Mutation;

/// <summary>Chance that is the same on every machine for the same seed and number of a case (SplitMix64).</summary>
public sealed class Chance(ulong seed, long number)
{
    ulong _state = seed * 0x9E3779B97F4A7C15 + (ulong)number * 0xD1342543DE82EF95 + 0x632BE59BD9B4E019;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Percent(int likely) => Below(100) < likely;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Small as a rule, now and then large.</summary>
    public int Length(int most) => Percent(80) ? Below(Math.Min(most, 16)) : Percent(80) ? Below(Math.Min(most, 512)) : Below(most);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = (byte)Next();
        return bytes;
    }

    public string Letters(int count)
    {
        var text = new StringBuilder(count);
        for (var i = 0; i < count; i++) text.Append((char)('a' + Below(26)));
        return text.ToString();
    }
}
