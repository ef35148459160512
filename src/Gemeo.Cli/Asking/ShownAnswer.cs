using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Asking;

/// <summary>An answer on the terminal: its words as they come, then how orders ended, what was cited, and how to go on.</summary>
sealed class ShownAnswer(Session session)
{
    readonly List<JsonElement> _citations = [];
    string? _conversation;
    bool _asked, _spoke, _whole;
    int _exit = Exit.Ok;

    public void Show(JsonElement part)
    {
        if (session.Screen.Json) session.Screen.Document(part);
        switch (part.Text("type"))
        {
            case "text": Speak(part.Text("text") ?? ""); break;
            case "citation": _citations.Add(part); break;
            case "action": Count(part); break;
            case "note": Beside(part.Text("text") ?? ""); break;
            case "question": _asked = true; break;
            case "done": (_whole, _conversation) = (true, part.Text("conversation")); break;
            case "error":
                (_whole, _exit) = (true, part.Count("status") == 504 ? Exit.NoAnswer : Exit.Refused);
                Beside($"✗ {part.Text("erro")}");
                break;
        }
    }

    /// <summary>Says what remains to be said; the exit code.</summary>
    public int End()
    {
        if (!_whole) throw new UnreachedException(session.Words["a resposta parou no meio", "the answer broke off"]);
        if (session.Screen.Json) return _exit;
        if (_spoke) session.Screen.Words("\n");
        foreach (var cited in _citations.DistinctBy(c => (c.Count("number"), c.Text("quote"))))
            session.Screen.Line($"[{cited.Count("number")}] {cited.Text("name")}, p. {cited.Count("page")}: “{cited.Text("quote")}”");
        if (_conversation is not null)
            session.Screen.Note(_asked
                ? session.Words[$"  para confirmar: gemeo ask --conversation {_conversation} sim", $"  to confirm: gemeo ask --conversation {_conversation} yes"]
                : session.Words[$"  para continuar: gemeo ask --conversation {_conversation} …", $"  to go on: gemeo ask --conversation {_conversation} …"]);
        return _exit;
    }

    void Speak(string text)
    {
        _spoke = true;
        if (!session.Screen.Json) session.Screen.Words(text);
    }

    void Beside(string text)
    {
        if (!session.Screen.Json) session.Screen.Note(text);
    }

    // The words tell how it ended; scripts go by the exit code, and "not known" weighs more than "no".
    void Count(JsonElement action)
    {
        if (action.Text("code") is not { } code) return;
        if (code is "no-answer" or "restarted" or "unrecorded") _exit = Exit.NoAnswer;
        else if (_exit == Exit.Ok) _exit = Exit.Refused;
    }
}
