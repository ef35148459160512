using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Reading;

/// <summary>Portuguese or English, by the small words, the verbs and the accents.</summary>
static class LanguageGuess
{
    const string Accents = "ãõáéíóúâêôàçÃÕÁÉÍÓÚÂÊÔÀÇ";

    public static Lang Of(Utterance utterance, LabNames lab, Lang? preferred)
    {
        var vocabulary = lab.Vocabulary;
        var (pt, en) = (0.0, 0.0);
        // What is quoted may be in another language.
        var (quoted, isPartQuoted) = (false, utterance.Tokens.Count > 0 && utterance.Tokens[0].Kind != TokenKind.Quote);
        foreach (var token in utterance.Tokens)
        {
            quoted ^= token.Kind == TokenKind.Quote && isPartQuoted;
            if (token.Kind != TokenKind.Word || quoted) continue;
            if (token.Raw.Any(Accents.Contains)) pt += 1;
            var (isPt, isEn) = (Knows(Lang.Pt, token.Text), Knows(Lang.En, token.Text));
            if (isPt && !isEn) pt += 1;
            if (isEn && !isPt) en += 1;
        }
        return pt > en ? Lang.Pt : en > pt ? Lang.En : preferred ?? lab.Language;

        bool Knows(Lang lang, string word) => vocabulary.Knows(lang, word) || lab.Verbs.Knows(lang, word) || vocabulary.Number(lang, word) is not null;
    }
}
