using System.CommandLine;

namespace Gemeo.Cli.Doctor;

/// <summary><c>gemeo doctor</c>: looks at everything that usually goes wrong, and says what to do.</summary>
public static class DoctorCommand
{
    public static Command Create(Kit kit) => kit.Run(
        new Command("doctor", kit.Words["Confere o servidor, o laboratório, o broker e a conexão.", "Checks server, lab, broker and connection."]), (_, session, cancel) => Run(session, cancel));

    static async Task<int> Run(Session session, CancellationToken cancel)
    {
        var (findings, exit) = (new List<Finding>(), Exit.Ok);
        await foreach (var finding in new Checks(session).All(cancel))
        {
            findings.Add(finding);
            if (!session.Screen.Json) Show(session, finding);
            if (finding.Health == Health.Ill && exit == Exit.Ok) exit = finding.Check switch { "server" => Exit.Unreachable, "key" => Exit.Refused, _ => Exit.Fault };
        }
        if (session.Screen.Json)
            session.Screen.Document(findings.Select(f => new { check = f.Check, ok = f.Health != Health.Ill, look = f.Health == Health.Look, says = f.Says, todo = f.Todo }));
        return exit;
    }

    static void Show(Session session, Finding finding)
    {
        var (mark, ink) = finding.Health switch
        {
            Health.Well => ("✓ ", Ink.Good),
            Health.Look => ("! ", Ink.Look),
            _ => ("✗ ", Ink.Bad),
        };
        session.Screen.Line(new Piece(mark, ink), finding.Says);
        if (finding.Todo is { } todo) session.Screen.Line(new Piece("    " + todo, Ink.Faint));
    }
}
