using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Cli.Live;

/// <summary>One entry of the log on one line: time, thing, what.</summary>
public static class EntryLine
{
    public static Piece[] Of(Entry entry, Words words, TimeProvider clock) =>
        [new(Printable.Time(entry.Time, clock), Ink.Faint), new("  "), new(entry.Thing, Ink.Name), new("  "), .. What(entry, words)];

    static Piece[] What(Entry entry, Words words)
    {
        var (name, value) = (entry.Name, entry.Value.ToString());
        return entry.Kind switch
        {
            EntryKind.Property when entry.Changed => [new($"{name} = "), new(value, Ink.Strong)],
            EntryKind.Property => [new($"{name} = {value}{words["  (igual)", "  (same)"]}", Ink.Faint)],
            EntryKind.Event => [new($"{name}! {value}".TrimEnd(), Ink.Strong)],
            EntryKind.Action => [new($"{name}{Input(entry.Value.Structure)}: "), State(entry.Value.Structure, words)],
            EntryKind.Availability => [Availability(entry.Value, words), new($" ({name})", Ink.Faint)],
            EntryKind.Security => [new($"{words["recusado", "refused"]} ({name}): ", Ink.Bad), new(value)],
            _ => [new($"{name} {value}")],
        };
    }

    static string Input(JToken? command) => command.At("input") is { } input ? $"({input.Line()})" : "";

    static Piece State(JToken? command, Words words)
    {
        var (state, ink) = command.Text("state") switch
        {
            "pending" => (words["pendente", "pending"], Ink.Look),
            "sent" => (words["enviado", "sent"], Ink.Look),
            "confirmed" when command.Flag("already") => (words["já estava assim", "already so"], Ink.Good),
            "confirmed" => (words["confirmado", "confirmed"], Ink.Good),
            "failed" => (words["falhou", "failed"], Ink.Bad),
            "expired" => (words["expirou", "expired"], Ink.Bad),
            var other => (other ?? "?", Ink.Plain),
        };
        return new(command.Text("reason") is { } reason ? $"{state} ({reason})" : state, ink);
    }

    static Piece Availability(Value value, Words words) => value.Boolean switch
    {
        true => new(words["disponível", "available"], Ink.Good),
        false => new(words["indisponível", "unavailable"], Ink.Bad),
        null => new(value.ToString()),
    };
}
