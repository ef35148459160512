using System.Globalization;

namespace Gemeo.Assistant.Intents.Reading;

enum TokenKind { Word, Number, Comma, Stop, Colon, Question, Quote, Strange }

/// <summary>A word, a number or a mark.</summary>
/// <param name="Text">Folded; a number with a point (or as a time, 14:30, or a date).</param>
/// <param name="Raw">As written.</param>
sealed record Token(TokenKind Kind, string Text, string Raw, int Start, int Length)
{
    public string Stem { get; init; } = Kind == TokenKind.Word ? Stems.Of(Text) : Text;

    public bool IsWord => Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>Null for a word, a time or a date.</summary>
    public double? Number { get; } =
        Kind == TokenKind.Number && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int End => Start + Length;
}
