using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Orders;

/// <summary>How long an order may take, for actions and writes alike.</summary>
public sealed class OrderOptions(Words words)
{
    // The server grants a device an hour at most; a little more for the way.
    static readonly TimeSpan _longest = TimeSpan.FromHours(1), _margin = TimeSpan.FromSeconds(30);

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

    public string Query(ParseResult line, string path) => Paths.Query(path,
        ("timeout", Text(line.GetValue(_timeout))), ("queue", Text(line.GetValue(_queue))), ("wait", line.GetValue(_noWait) ? "false" : null));

    public TimeSpan Patience(ParseResult line) =>
        line.GetValue(_noWait) ? _margin : line.GetValue(_timeout) is { } seconds && seconds < _longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) + _margin : _longest + _margin;

    static string? Text(double? seconds) => seconds?.ToString(CultureInfo.InvariantCulture);

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
