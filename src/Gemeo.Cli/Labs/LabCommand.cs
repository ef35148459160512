using System.Collections.Immutable;
using System.CommandLine;
using Gemeo.Labs;

namespace Gemeo.Cli.Labs;

/// <summary><c>gemeo lab check [folder]</c>: what the server would say of the files, without a server.</summary>
public static class LabCommand
{
    public static Command Create(Kit kit)
    {
        var folder = new Argument<string>("folder")
        {
            Description = kit.Words["Pasta do laboratório.", "The lab's folder."],
            DefaultValueFactory = _ => ".",
        };
        var check = new Command("check", kit.Words["Confere os arquivos de um laboratório.", "Checks a lab's files."]) { folder };
        return new Command("lab", kit.Words["Arquivos de um laboratório.", "A lab's files."])
        {
            kit.Run(check, (line, session, _) => Task.FromResult(Check(session, line.GetRequiredValue(folder)))),
        };
    }

    static int Check(Session session, string folder)
    {
        var faults = LabFile.Check(folder);
        if (session.Screen.Json) session.Screen.Document(new { folder = Path.GetFullPath(folder), ok = faults.Length == 0, faults });
        else Tell(session, folder, faults);
        return faults.Length == 0 ? Exit.Ok : Exit.Fault;
    }

    // Like a compiler: one fault a line, what stands in front can be clicked in an editor's terminal.
    static void Tell(Session session, string folder, ImmutableArray<LabFault> faults)
    {
        var (screen, words) = (session.Screen, session.Words);
        var at = File.Exists(folder) ? Path.GetDirectoryName(folder) ?? "" : folder;
        foreach (var fault in faults) screen.Line(Path.Join(at, fault.ToString()));
        if (faults.Length == 0) screen.Line(words[$"✓ {folder}: nenhuma falha.", $"✓ {folder}: no faults."]);
        else screen.Note(words[$"✗ {folder}: {faults.Length} falha(s).", $"✗ {folder}: {faults.Length} fault(s)."]);
    }
}
