using System.Globalization;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Reading;

/// <summary>22C is a number and a unit, 5G may be a name, "vinte e dois" is 22.</summary>
static class Numerals
{
    public static IEnumerable<Token> Part(Token token, Vocabulary vocabulary, Func<string, bool> isName)
    {
        var digits = token.Text.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ':').Count();
        if (token.Kind != TokenKind.Word || digits == 0 || digits == token.Text.Length || isName(token.Text)) return [token];
        var letters = new string([.. token.Text.Skip(digits).TakeWhile(char.IsLetter)]);
        var rest = token.Text[(digits + letters.Length)..];
        var isHour = letters is "h" or "hs" or "am" or "pm";
        if (!isHour && (!vocabulary.Units.Knows(letters) || rest.Length > 0)) return [token];
        if (rest.Length > 0 && !rest.All(char.IsAsciiDigit)) return [token];
        return
        [
            Piece(token, TokenKind.Number, 0, digits), Piece(token, TokenKind.Word, digits, letters.Length),
            .. rest.Length > 0 ? [Piece(token, TokenKind.Number, digits + letters.Length, rest.Length)] : Array.Empty<Token>(),
        ];
    }

    static Token Piece(Token token, TokenKind kind, int at, int length)
    {
        // Folding may have changed the length; then the pieces share the whole.
        var whole = token.Raw.Length == token.Text.Length;
        return new(kind, token.Text.Substring(at, length), whole ? token.Raw.Substring(at, length) : token.Raw,
            whole ? token.Start + at : token.Start, whole ? length : token.Length);
    }

    public static List<Token> Join(List<Token> tokens, Lang lang, Vocabulary vocabulary)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var length = LengthAt(tokens, i, lang, vocabulary, out var value);
            joined.Add(length == 0 ? tokens[i] : new(TokenKind.Number, value.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', tokens.Skip(i).Take(length).Select(t => t.Raw)), tokens[i].Start, tokens[i + length - 1].End - tokens[i].Start));
            i += Math.Max(1, length);
        }
        return joined;
    }

    static int LengthAt(List<Token> tokens, int i, Lang lang, Vocabulary vocabulary, out double value)
    {
        value = 0;
        if (tokens[i].Kind != TokenKind.Word || vocabulary.Number(lang, tokens[i].Text) is not { } first) return 0;
        // "that one", "no one"
        if (first == 1 && i > 0 && tokens[i - 1].Text is "the" or "that" or "this" or "no" or "which" or "any" or "each" or "every") return 0;
        value = first;
        if (first is < 20 or >= 100) return 1;
        var next = i + 1 < tokens.Count && lang == Lang.Pt && tokens[i + 1].Text == "e" ? i + 2 : i + 1;
        if (next >= tokens.Count || vocabulary.Number(lang, tokens[next].Text) is not ({ } unit and > 0 and < 10)) return 1;
        value += unit;
        return next - i + 1;
    }
}
