using System.Globalization;

namespace Gemeo.Simulator.Commands;

/// <summary>Words and <c>--name value</c> options of the command line.</summary>
sealed class Arguments
{
    readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">An option without a value, or one that is not known.</exception>
    public Arguments(string[] args, params string[] known)
    {
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                words.Add(args[i]);
            else if (!known.Contains(args[i][2..]))
                throw new ArgumentException($"{args[i]} is not an option here; there are {string.Join(", ", known.Select(name => "--" + name))}");
            else if (++i == args.Length)
                throw new ArgumentException($"{args[i - 1]} needs a value");
            else
                _options[args[i - 1][2..]] = args[i];
        }
        Words = words;
    }

    public IReadOnlyList<string> Words { get; }

    public string Text(string name, string usual) => _options.GetValueOrDefault(name, usual);

    public double Number(string name, double usual) =>
        !_options.TryGetValue(name, out var text) ? usual
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"--{name} must be a number, not {text}");

    public int Whole(string name, int usual) =>
        Number(name, usual) is var number && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new ArgumentException($"--{name} must be a whole number");

    public Wire.Broker Broker() =>
        Wire.Broker.Parse(Text("broker", $"127.0.0.1:{Wire.Broker.DefaultPort}")) is { } broker
            ? broker with { User = _options.GetValueOrDefault("user"), Password = _options.GetValueOrDefault("password") }
            : throw new ArgumentException("--broker must be host or host:port");
}
