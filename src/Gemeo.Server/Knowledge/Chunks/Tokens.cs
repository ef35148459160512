namespace Gemeo.Knowledge.Chunks;

/// <summary>
/// About how many tokens a model would make of a text, without any model's vocabulary: a word is one token and one more
/// for every six letters after the first six, a mark is one.
/// </summary>
public static class Tokens
{
    const int Piece = 6;

    public static int Count(ReadOnlySpan<char> text)
    {
        var tokens = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            if (char.IsLetterOrDigit(text[start]))
                while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            tokens += (i - start + Piece - 1) / Piece;
        }
        return tokens;
    }
}
