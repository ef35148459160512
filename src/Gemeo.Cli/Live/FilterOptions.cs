using System.CommandLine;

namespace Gemeo.Cli.Live;

/// <summary>Which entries: by thing, by name, by kind; each may be given more than once.</summary>
public sealed class FilterOptions
{
    static readonly string[] _known = ["property", "action", "event", "availability", "security"];

    readonly Option<string[]> _things, _names, _kinds;

    public FilterOptions(Words words)
    {
        _things = new("--thing") { Description = words["Só desta coisa.", "Of this thing only."], AllowMultipleArgumentsPerToken = true };
        _names = new("--name") { Description = words["Só desta propriedade, ação ou evento.", "Of this property, action or event only."], AllowMultipleArgumentsPerToken = true };
        _kinds = new("--kind") { Description = words["Só deste tipo: ", "Of this kind only: "] + string.Join(", ", _known) + ".", AllowMultipleArgumentsPerToken = true };
        _kinds.AcceptOnlyFromAmong(_known);
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_things, _names, _kinds]) command.Add(option);
    }

    public IReadOnlyList<(string Name, string? Value)> Query(ParseResult line) =>
    [
        .. Pairs("thing", line.GetValue(_things)),
        .. Pairs("name", line.GetValue(_names)),
        .. Pairs("kind", line.GetValue(_kinds)),
    ];

    static IEnumerable<(string, string?)> Pairs(string name, string[]? values) => (values ?? []).Select(v => (name, (string?)v));
}
