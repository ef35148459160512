using Gemeo.Client;

namespace Gemeo.Cli.Asking;

/// <summary>An answer on the terminal: its words as they come, then how orders ended, what was cited, and how to go on.</summary>
sealed class ShownAnswer(Session session)
{
    readonly Words _words = session.Words;
    readonly Screen _screen = session.Screen;
    string? _conversation;
    bool _spoke;
    int _exit = Exit.Ok;

    public bool Began { get; private set; }

    public void Show(ChatPart part)
    {
        Began = true;
        _conversation = part.Document.Text("conversation") ?? _conversation;
        if (part.Action is { } action) Count(action);
        if (_screen.Json) _screen.Raw(part.Raw);
        else if (part.Kind == ChatPartKind.Text) Speak(part.Text);
        else if (part.Kind == ChatPartKind.Note) Beside(part.Text);
    }

    /// <summary>Says what remains to be said; the exit code.</summary>
    public int End(ChatAnswer answer)
    {
        if (_screen.Json) return _exit;
        if (_spoke) _screen.Words("\n");
        // The words tell it already; before a person's eyes a mark tells it at a glance.
        if (_screen.IsTerminal) foreach (var action in answer.Actions) _screen.Line(Ended(action));
        ShowCited(answer.Citations.DistinctBy(c => (c.Number, c.Quote)).ToList());
        if (_conversation is not null) _screen.Note(new Piece(GoOn(answer.Question is not null), Ink.Faint));
        return _exit;
    }

    /// <summary>It went no further.</summary>
    public int Refused(RefusedException why)
    {
        if (_spoke && !_screen.Json) _screen.Words("\n");
        _screen.Refused(why);
        return Exit.Of(why.Refusal);
    }

    void Speak(string text)
    {
        _spoke = true;
        _screen.Words(text);
    }

    void Beside(string note)
    {
        if (_spoke && _screen.IsTerminal) _screen.Words("\n");
        _screen.Note(new Piece("! ", Ink.Look), note);
    }

    string GoOn(bool asked) => asked
        ? _words[$"  para confirmar: gemeo ask --conversation {_conversation} sim", $"  to confirm: gemeo ask --conversation {_conversation} yes"]
        : _words[$"  para continuar: gemeo ask --conversation {_conversation} …", $"  to go on: gemeo ask --conversation {_conversation} …"];

    Piece[] Ended(ChatAction action)
    {
        var (mark, ink, says) = action.State switch
        {
            "confirmed" => ("✓", Ink.Good, action.Already ? _words["já estava assim", "was so already"] : _words["confirmado pelo dispositivo", "confirmed by the device"]),
            "sent" => ("→", Ink.Look, _words["enviado; nada o confirma", "sent; nothing confirms it"]),
            "pending" => ("…", Ink.Look, _words["a caminho", "on its way"]),
            _ => ("✗", Ink.Bad, action.Erro ?? action.Code ?? action.State),
        };
        return [new($"  {mark} ", ink), new(action.Thing, Ink.Name), $".{action.Name}: ", new(says, ink)];
    }

    void ShowCited(List<Citation> cited)
    {
        if (cited.Count == 0) return;
        if (_screen.IsTerminal)
            _screen.Table(["", _words["documento", "document"], "p.", _words["trecho", "passage"]],
                cited.Select(c => (IReadOnlyList<Piece>)[new($"[{c.Number}]", Ink.Strong), new(c.Name, Ink.Name), $"{c.Page}", $"“{c.Quote}”"]));
        else foreach (var c in cited) _screen.Line($"[{c.Number}] {c.Name}, p. {c.Page}: “{c.Quote}”");
    }

    // The words tell how it ended; scripts go by the exit code, and "not known" weighs more than "no".
    void Count(ChatAction action)
    {
        if (action.Code is not { } code) return;
        if (code is "no-answer" or "restarted" or "unrecorded") _exit = Exit.NoAnswer;
        else if (_exit == Exit.Ok) _exit = Exit.Refused;
    }
}
