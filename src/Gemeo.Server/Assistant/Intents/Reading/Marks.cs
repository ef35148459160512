using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Gemeo.Assistant.Intents.Reading;

/// <summary>What a sign that is neither letter nor digit is taken for.</summary>
static class Marks
{
    /// <summary>Everything that Unicode calls a question mark or that looks like one. A text that holds one is never an order.</summary>
    static readonly FrozenSet<int> _questions = new[]
    {
        '?', 0x00BF, 0x037E, 0x055E, 0x061F, 0x1367, 0x1945, 0x2047, 0x2048, 0x2049, 0x203D, 0x2753, 0x2754, 0x2CFA, 0x2CFB,
        0x2E18, 0x2E2E, 0x2E54, 0xA60F, 0xA6F7, 0xFE16, 0xFE56, 0xFF1F, 0x11143, 0x1E95F, 0xE003F, 0x1F679, 0x1F67A, 0x1F67B,
        0x225F, 0x2A7B, 0x2A7C, 0x2370, 0x0241, 0x0242, 0x0294, 0x0295, 0x02C0, 0x02C1, 0xFFFD, 0x1F914, 0x1F937, 0x2BD1, 0x2426,
    }.ToFrozenSet();

    const string Quotes = "\"“”„‟«»‹›`「」『』＂‘‚‛〝〞❝❞";
    const string Apostrophes = "'’ʼ´′＇";
    const string Stops = ".!;\n\r…。！‼¡\u2028\u2029";
    const string Commas = ",()[]{}–—―|/\\、，•·";
    const string Silent = "*_";

    /// <summary>Signs of friendliness that change nothing.</summary>
    static readonly FrozenSet<int> _friendly =
        "🙏👍😊🙂😀😃😄😁😉❤💡🔆🌞☀❄🥵🥶💙💚👋✨⚡".EnumerateRunes().Select(r => r.Value).ToFrozenSet();

    public static bool IsQuestion(Rune rune) => _questions.Contains(rune.Value);
    public static bool IsApostrophe(Rune rune) => rune.IsBmp && Apostrophes.Contains((char)rune.Value);
    public static bool IsDegree(Rune rune) => rune.Value is 0xB0 or 0xBA or 0x2DA;

    /// <summary>Not seen, or only coloured: as if it were not there.</summary>
    public static bool IsNothing(Rune rune) => _friendly.Contains(rune.Value)
        || (rune.IsBmp && Silent.Contains((char)rune.Value))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark
        || rune.Value is >= 0x1F3FB and <= 0x1F3FF or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    public static TokenKind KindOf(Rune rune)
    {
        if (!rune.IsBmp) return TokenKind.Strange;
        var sign = (char)rune.Value;
        return sign is '%' or '٪' or '％' ? TokenKind.Word
            : sign is ':' or '：' or '=' ? TokenKind.Colon
            : Stops.Contains(sign) ? TokenKind.Stop
            : Commas.Contains(sign) ? TokenKind.Comma
            : Quotes.Contains(sign) || Apostrophes.Contains(sign) ? TokenKind.Quote
            : TokenKind.Strange;
    }
}
