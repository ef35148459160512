using System.Text;

namespace Gemeo.Assistant.Intents.Reading;

/// <summary>A text cut into words and marks. Nothing of it is understood yet.</summary>
sealed class Utterance
{
    /// <summary>Nobody orders anything at greater length; what lies beyond is not read.</summary>
    public const int MostCharacters = 1000;

    readonly string _text;
    readonly List<(Rune Rune, int At)> _runes = [];
    readonly List<Token> _tokens = [];

    Utterance(string text)
    {
        _text = text;
        IsTooLong = text.Length > MostCharacters;
        var at = 0;
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MostCharacters)).EnumerateRunes())
        {
            Asks |= Marks.IsQuestion(rune);
            if (Marks.IsQuestion(rune) || !Marks.IsNothing(rune)) _runes.Add((rune, at));
            // Half a surrogate pair reads as U+FFFD, which is one unit long as well.
            at += rune.Utf16SequenceLength;
        }
        for (var i = 0; i < _runes.Count;) i = Next(i);
    }

    public static Utterance Read(string text) => new(text);

    public IReadOnlyList<Token> Tokens => _tokens;
    public string Text => _text;
    public bool IsTooLong { get; }

    /// <summary>There is a question mark of some script in it, anywhere.</summary>
    public bool Asks { get; }

    public bool Has(TokenKind kind) => _tokens.Any(t => t.Kind == kind);

    int Next(int i)
    {
        var rune = _runes[i].Rune;
        if (Marks.IsQuestion(rune)) return Add(TokenKind.Question, i, i + 1, "?");
        if (Marks.IsDegree(rune)) return Add(TokenKind.Word, i, i + 1, "°");
        if (IsDigit(i) || (rune.Value == '-' && IsDigit(i + 1) && !IsWordish(i - 1))) return Number(i);
        if (IsWordish(i)) return Word(i);
        if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029) return Add(TokenKind.Stop, i, i + 1, "\n");
        // A hyphen only joins.
        if (Rune.IsWhiteSpace(rune) || rune.Value is '-' or 0x2010 or 0x2011) return i + 1;
        if (rune.Value == '>' && (i == 0 || _runes[i - 1].Rune.Value is '\n' or '\r')) return Add(TokenKind.Quote, i, i + 1, ">");
        return Add(Marks.KindOf(rune), i, i + 1, Marks.KindOf(rune) == TokenKind.Word ? "%" : rune.ToString());
    }

    int Word(int i)
    {
        var end = i;
        while (IsWordish(end) || (IsInner(end) && end > i)) end++;
        var text = Stems.Fold(Letters(i, end));
        // it's → its; but the bench's lamp → bench
        if (end - i > 3 && Marks.IsApostrophe(_runes[end - 2].Rune) && text[^1] == 's' && text is not ("its" or "thats" or "whats" or "lets" or "hows" or "whos" or "heres" or "theres" or "wheres"))
            text = text[..^1];
        return Add(TokenKind.Word, i, end, text);
    }

    // A/C is one word; so is don't.
    bool IsInner(int i) => IsWordish(i + 1) && i > 0 && IsWordish(i - 1)
        && (Marks.IsApostrophe(_runes[i].Rune)
            || (_runes[i].Rune.Value == '/' && !IsWordish(i + 2) && !IsWordish(i - 2)));

    int Number(int i)
    {
        var end = i + 1;
        while (IsDigit(end) || (IsDigit(end + 1) && IsDigit(end - 1) && IsJoint(i, end))) end++;
        if (IsWordish(end)) return Mixed(i, end);
        return Add(TokenKind.Number, i, end, Plain(i, end));
    }

    // 22,5 14:30 05/03 2026-03-05
    bool IsJoint(int start, int i) => _runes[i].Rune.Value is '.' or ',' or ':' or '/' || (_runes[i].Rune.Value == '-' && i - start is 4 or 7);

    // 5G, 18h30, 22C: whether it is a name or a number with its unit is for whoever knows the lab.
    int Mixed(int i, int end)
    {
        var stop = end;
        while (IsWordish(stop)) stop++;
        return Add(TokenKind.Word, i, stop, Plain(i, end) + Stems.Fold(Letters(end, stop)));
    }

    string Plain(int i, int end) => Stems.Fold(Letters(i, end)).Replace(',', '.');

    int Add(TokenKind kind, int i, int end, string text)
    {
        var start = _runes[i].At;
        var length = _runes[end - 1].At + _runes[end - 1].Rune.Utf16SequenceLength - start;
        var raw = _text.Substring(start, Math.Min(length, _text.Length - start));
        // What folds to nothing, or to something else than letters, is no word.
        if (text.Length > 0) _tokens.Add(new(kind == TokenKind.Word && !IsPlain(text) ? TokenKind.Strange : kind, text, raw, start, length));
        return end;
    }

    static bool IsPlain(string text) => text is "%" or "°" || text.All(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '.' or ':' or '/' or '-');

    string Letters(int i, int end)
    {
        var letters = new StringBuilder(end - i);
        for (; i < end; i++)
            if (!Marks.IsApostrophe(_runes[i].Rune) && !(_runes[i].Rune.Value == '/' && !IsDigit(i - 1))) letters.Append(_runes[i].Rune);
        return letters.ToString();
    }

    bool IsWordish(int i) => i >= 0 && i < _runes.Count && !Marks.IsDegree(_runes[i].Rune) && !Marks.IsQuestion(_runes[i].Rune)
        && (Rune.IsLetterOrDigit(_runes[i].Rune) || Rune.IsNumber(_runes[i].Rune));

    bool IsDigit(int i) => i >= 0 && i < _runes.Count && Rune.IsDigit(_runes[i].Rune);
}
