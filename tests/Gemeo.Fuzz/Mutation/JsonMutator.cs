using System.Text;
using System.Text.RegularExpressions;

namespace Gemeo.Fuzz.Mutation;

/// <summary>JSON text that was valid, changed by whole tokens: it stays nearly what was expected, and goes deep.</summary>
public static partial class JsonMutator
{
    /// <summary>UTF-8; what it began as is valid JSON.</summary>
    public static byte[] Mutate(string json, Chance chance)
    {
        if (chance.Percent(15)) return Encoding.UTF8.GetBytes(json);
        var tokens = Token().Matches(json).Select(m => m.Value).ToList();
        for (var changes = chance.Between(1, 3); changes > 0 && tokens.Count > 0; changes--) Change(tokens, chance);
        var bytes = Encoding.UTF8.GetBytes(string.Concat(tokens));
        return chance.Percent(12) ? ByteMutator.Mutate(bytes, chance) : bytes;
    }

    static void Change(List<string> tokens, Chance chance)
    {
        var at = chance.Below(tokens.Count);
        var values = Enumerable.Range(0, tokens.Count).Where(i => tokens[i] is not ("{" or "}" or "[" or "]" or "," or ":")).ToArray();
        switch (chance.Below(12))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[chance.Below(tokens.Count)]);
                break;
            case 2:
                tokens.InsertRange(at, tokens.Skip(chance.Below(tokens.Count)).Take(chance.Between(1, 8)).ToArray());
                break;
            case 3:
                tokens.RemoveRange(at, Math.Min(chance.Between(1, 6), tokens.Count - at));
                break;
            case 4:
                tokens[at] = chance.Of(tokens);
                break;
            default:
                if (values.Length > 0) tokens[chance.Of(values)] = Strange.Value(chance);
                break;
        }
    }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|[{}\\[\\],:]|[^\\s{}\\[\\],:\"]+")]
    private static partial Regex Token();
}
