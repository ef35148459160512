using Gemeo.Linguistics.Lexicons;
using Gemeo.Linguistics.Words;

namespace Gemeo.Linguistics.Languages;

/// <summary>Says whether a text, even a short one, is Portuguese or English.</summary>
public sealed class LanguageGuess(Lexicon lexicon)
{
    const int Enough = 200;
    const double StopWord = 3;
    const double Accent = 4;
    // Below this the text is codes and names.
    const double Sure = 1;

    public static LanguageGuess Default { get; } = new(Lexicon.Default);

    /// <returns>Null when nothing speaks for either.</returns>
    public Lang? Of(string text)
    {
        var odds = Odds(text);
        return odds > Sure ? Lang.Pt : odds < -Sure ? Lang.En : null;
    }

    /// <summary>Logarithm of the odds for Portuguese.</summary>
    public double Odds(string text)
    {
        var (odds, seen) = (0.0, 0);
        foreach (var word in WordReader.Read(text))
        {
            if (word.Joined || HasDigit(word.Text)) continue;
            if (!word.Shouted) odds += lexicon.Letters.Odds(word.Text);
            odds += StopOdds(word) + (IsAccented(text.AsSpan(word.Start, word.Length)) ? Accent : 0);
            if (++seen == Enough) break;
        }
        return odds;
    }

    static double StopOdds(Word word)
    {
        var (pt, en) = (StopWords.Contains(Lang.Pt, word.Text), StopWords.Contains(Lang.En, word.Text));
        return word.Shouted || pt == en ? 0 : pt ? StopWord : -StopWord;
    }

    static bool HasDigit(string word) => word.AsSpan().ContainsAnyInRange('0', '9');

    // The accents of Portuguese; English has none but in loans.
    static bool IsAccented(ReadOnlySpan<char> word) => word.ContainsAny("áàâãéêíóôõúçÁÀÂÃÉÊÍÓÔÕÚÇ\u0301\u0302\u0303\u0327");
}
