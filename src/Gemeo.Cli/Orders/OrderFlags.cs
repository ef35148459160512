using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gemeo.Client;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Orders;

/// <summary>How long an order may take, for actions and writes alike.</summary>
public sealed class OrderFlags(Words words)
{
    // Longer than the server grants: it is for the server to say so.
    const double LongestTimeout = 24 * 3600, LongestQueue = 1e9;

    readonly Option<double?> _timeout = Seconds("--timeout", words, words["Segundos que o dispositivo tem para responder.", "Seconds that the device has to answer."]);
    readonly Option<double?> _queue = Seconds("--queue", words, words["Segundos a esperar por um dispositivo desligado.", "Seconds to wait for a device that is off."]);
    readonly Option<bool> _noWait = new("--no-wait") { Description = words["Não espera a resposta do dispositivo.", "Does not wait for the device's answer."] };

    public Command AddTo(Command command)
    {
        command.Add(_timeout);
        command.Add(_queue);
        command.Add(_noWait);
        return command;
    }

    public OrderOptions Read(ParseResult line) => new()
    {
        Timeout = Time(line.GetValue(_timeout), LongestTimeout),
        Queue = Time(line.GetValue(_queue), LongestQueue),
        Wait = !line.GetValue(_noWait),
        WaitInQueue = false,
    };

    static TimeSpan? Time(double? seconds, double most) => seconds is { } some ? TimeSpan.FromSeconds(Math.Min(some, most)) : null;

    // The library reads numbers as the machine's culture writes them, where 2.5 may be twenty-five.
    static Option<double?> Seconds(string name, Words words, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse(result, name, words),
    };

    static double? Parse(ArgumentResult result, string name, Words words)
    {
        var text = result.Tokens[0].Value.Replace(',', '.');
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 && double.IsFinite(seconds)) return seconds;
        result.AddError(words[$"{name}: esperava segundos acima de 0, veio '{text}'", $"{name}: expected seconds above 0, got '{text}'"]);
        return null;
    }
}
