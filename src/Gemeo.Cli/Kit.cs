using System.CommandLine;
using System.Text.Json;
using Gemeo.Cli.Connection;
using Gemeo.Client;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli;

/// <summary>What commands are made with: words, common options, and the way from a parsed line to an exit code.</summary>
public sealed class Kit(Words words, Surroundings around)
{
    public Words Words => words;

    public string? Environment(string name) => around.Environment(name);

    public CommonOptions Options { get; } = new(words, around.Environment);

    /// <summary>Gives the command its work; whatever ends it becomes an exit code and one sentence.</summary>
    public Command Run(Command command, Func<ParseResult, Session, CancellationToken, Task<int>> work)
    {
        command.SetAction((line, cancel) => Guard(line, work, cancel));
        return command;
    }

    async Task<int> Guard(ParseResult line, Func<ParseResult, Session, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var screen = new Screen(around, words, line.GetValue(Options.Json));
        if (!ServerAddress.TryParse(line.GetRequiredValue(Options.Url), line.GetValue(Options.Key) ?? around.Environment("GEMEO_KEY"), out var address))
            return screen.Fail(Exit.Fault, "usage", words[$"--url: esperava um endereço como {CommonOptions.DefaultUrl}", $"--url: expected an address such as {CommonOptions.DefaultUrl}"]);
        using var wire = new Wire(address!, words.Tag);
        try { return await work(line, new(words, screen, wire, around.Time), cancel); }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { return Exit.Interrupted; }
        catch (UsageException why) { return screen.Fail(Exit.Fault, "usage", why.Message); }
        catch (RefusedException why) { return screen.Refused(why); }
        catch (UnreachedException why)
        {
            return screen.Fail(Exit.Unreachable, "unreachable", words[
                $"Não há resposta de {address!.Root}: {why.Message}. O servidor está no ar? (--url muda o endereço)",
                $"No answer from {address.Root}: {why.Message}. Is the server up? (--url changes the address)"]);
        }
        catch (Exception why) when (why is BadAnswerException or JsonException)
        {
            return screen.Fail(Exit.Unreachable, "not-gemeo", words[$"Quem responde em {address!.Root} não é um servidor Gêmeo.", $"What answers at {address.Root} is not a Gêmeo server."]);
        }
    }
}

/// <summary>What one command works with.</summary>
public sealed record Session(Words Words, Screen Screen, Wire Wire, TimeProvider Time)
{
    public GemeoClient Client => Wire.Client;
}

/// <summary>The line was understood but makes no sense; the message says what was expected.</summary>
public sealed class UsageException(string message) : Exception(message);
