using System.CommandLine;
using Gemeo.Client;
using Command = System.CommandLine.Command;

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

    public Filter Read(ParseResult line) => new(line.GetValue(_things) ?? [], line.GetValue(_names) ?? [], line.GetValue(_kinds) ?? []);
}

/// <summary>Each empty for all.</summary>
public sealed record Filter(string[] Things, string[] Names, string[] Kinds)
{
    public void ApplyTo(ClientOptions options)
    {
        foreach (var thing in Things) options.Things.Add(thing);
        foreach (var name in Names) options.Names.Add(name);
        foreach (var kind in Kinds) options.Kinds.Add(kind);
    }

    /// <summary>For an address.</summary>
    public IEnumerable<(string Name, string? Value)> Query =>
        [.. Things.Select(t => ("thing", (string?)t)), .. Names.Select(n => ("name", (string?)n)), .. Kinds.Select(k => ("kind", (string?)k))];
}
