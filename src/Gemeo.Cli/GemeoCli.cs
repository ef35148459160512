using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using Gemeo.Cli.Asking;
using Gemeo.Cli.Benching;
using Gemeo.Cli.Devices;
using Gemeo.Cli.Doctor;
using Gemeo.Cli.Documents;
using Gemeo.Cli.History;
using Gemeo.Cli.Keeping;
using Gemeo.Cli.Keys;
using Gemeo.Cli.Labs;
using Gemeo.Cli.Lexicons;
using Gemeo.Cli.Live;
using Gemeo.Cli.Orders;
using Gemeo.Cli.Things;

namespace Gemeo.Cli;

/// <summary>The program's entry, without the process around it.</summary>
public static class GemeoCli
{
    /// <returns>One of <see cref="Exit"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings around, CancellationToken cancel)
    {
        var words = Words.Of(args, around.Environment);
        // The parser takes the language of its own sentences from here; it stays within this call.
        CultureInfo.CurrentUICulture = words.Culture;
        // A value may begin with "@"; it is never the name of a file with arguments.
        var kit = new Kit(words, around);
        var parsed = Root(kit).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction) return Refuse(parsed, kit, around);
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = around.Out,
            Error = around.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        }, cancel);
    }

    // The library would say several things at once, and guess in English; the word that is not understood says most.
    static int Refuse(ParseResult parsed, Kit kit, Surroundings around)
    {
        var why = parsed.UnmatchedTokens is [var unknown, ..]
            ? kit.Words[$"'{unknown}': comando ou argumento não reconhecido", $"'{unknown}': no such command or argument"] : parsed.Errors[0].Message.TrimEnd('.');
        return new Screen(around, kit.Words, parsed.Tokens.Any(t => t.Value == kit.Options.Json.Name)).Fail(Exit.Fault, "usage", $"{why} (gemeo --help)");
    }

    static RootCommand Root(Kit kit)
    {
        var root = new RootCommand(kit.Words["Gêmeo: o laboratório na linha de comando.", "Gêmeo: the lab on the command line."]);
        foreach (var help in root.Options.OfType<HelpOption>()) help.Description = kit.Words["Mostra esta ajuda.", "Shows this help."];
        foreach (var option in kit.Options.All) root.Add(option);
        root.Add(LabCommand.Create(kit));
        root.Add(ThingsCommand.Create(kit));
        root.Add(GetCommand.Create(kit));
        root.Add(SetCommand.Create(kit));
        root.Add(DoCommand.Create(kit));
        root.Add(OrderCommand.Create(kit));
        root.Add(WatchCommand.Create(kit));
        root.Add(LogCommand.Create(kit));
        root.Add(HistoryCommand.Create(kit));
        root.Add(AskCommand.Create(kit));
        root.Add(IngestCommand.Create(kit));
        root.Add(DeviceCommand.Create(kit));
        root.Add(DoctorCommand.Create(kit));
        root.Add(BenchCommand.Create(kit));
        root.Add(KeyCommand.Create(kit));
        root.Add(LexiconCommand.Create(kit));
        foreach (var command in KeepingCommands.Create(kit)) root.Add(command);
        return root;
    }
}
