using System.Collections.Immutable;
using System.Text;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>Writes a page's text word by word and keeps where each stands.</summary>
sealed class PageText(Hyphens hyphens)
{
    readonly StringBuilder _text = new();
    readonly ImmutableArray<WordBox>.Builder _words = ImmutableArray.CreateBuilder<WordBox>();
    int _line;

    /// <summary>Where the paragraph added last begins.</summary>
    public int ParagraphStart { get; private set; }

    public int Length => _text.Length;

    public ImmutableArray<WordBox> Words => _words.ToImmutable();

    public string Finish()
    {
        DropSoftHyphen();
        return _text.ToString();
    }

    /// <param name="goesOn">The paragraph continues the one before: a column ended in its middle.</param>
    public void Add(Paragraph paragraph, bool goesOn)
    {
        if (!goesOn) EndParagraph();
        if (!goesOn) ParagraphStart = _text.Length;
        foreach (var line in paragraph.Lines)
        {
            _line++;
            var words = RightToLeft.Ordered(line.Words);
            for (var i = 0; i < words.Count; i++)
                Add(words[i], afterBreak: i == 0 && _text.Length > 0 && _text[^1] != '\n', spaced: i == 0 || !IsTail(words[i - 1], words[i]));
        }
    }

    void EndParagraph()
    {
        DropSoftHyphen();
        if (_text.Length > 0 && _text[^1] != '\n') _text.Append('\n');
    }

    /// <summary>A comma that follows a raised figure.</summary>
    static bool IsTail(Word last, Word word) =>
        word.Text[0] is ',' or '.' or ';' or ':' or ')' && word.Left - last.Right < WordBuilder.WordGap * word.Size;

    void Add(Word word, bool afterBreak, bool spaced)
    {
        if (IsNothing(word.Text)) return;
        var mending = afterBreak ? hyphens.Mend(_text, word.Text) : Hyphens.Mending.None;
        if (mending == Hyphens.Mending.Without) DropLast();
        else DropSoftHyphen();
        if (spaced && mending == Hyphens.Mending.None && _text.Length > 0 && _text[^1] != '\n') _text.Append(' ');
        _words.Add(new(_text.Length, word.Text.Length, _line, word.OnPage(word.Left, word.Right)));
        _text.Append(word.Text);
    }

    /// <summary>The dots between a title and its page in the contents; a hyphen that nobody sees.</summary>
    static bool IsNothing(string text) => text.AsSpan().IndexOfAnyExcept(".…\u00AD") < 0;

    void DropSoftHyphen()
    {
        if (_text.Length > 0 && _text[^1] == Hyphens.Soft) DropLast();
    }

    void DropLast()
    {
        _text.Length--;
        var last = _words[^1];
        _words[^1] = last with { Length = last.Length - 1 };
    }
}
