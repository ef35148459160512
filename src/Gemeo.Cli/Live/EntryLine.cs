using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Live;

/// <summary>One entry of the log on one line: time, thing, what.</summary>
public static class EntryLine
{
    public static string Of(JsonElement entry, Words words, TimeProvider clock) =>
        $"{Printable.Time(entry.Time("time"), clock)}  {entry.Text("thing")}  {What(entry, words)}";

    static string What(JsonElement entry, Words words)
    {
        var (name, value) = (entry.Text("name"), entry.At("value"));
        return entry.Text("kind") switch
        {
            "property" => $"{name} = {Printable.Value(value)}{(entry.Flag("changed") == false ? words["  (igual)", "  (same)"] : "")}",
            "event" => $"{name}! {Printable.Value(value)}".TrimEnd(),
            "action" => $"{name}{Input(value)}: {State(value, words)}",
            "availability" => Availability(value, words) + $" ({name})",
            "security" => $"{words["recusado", "refused"]} ({name}): {Printable.Value(value)}",
            var kind => $"{kind} {name} {Printable.Value(value)}",
        };
    }

    static string Input(JsonElement? command) => command?.At("input") is { } input ? $"({input.GetRawText()})" : "";

    static string State(JsonElement? command, Words words)
    {
        var state = command?.Text("state") switch
        {
            "pending" => words["pendente", "pending"],
            "sent" => words["enviado", "sent"],
            "confirmed" when command?.Flag("already") == true => words["já estava assim", "already so"],
            "confirmed" => words["confirmado", "confirmed"],
            "failed" => words["falhou", "failed"],
            "expired" => words["expirou", "expired"],
            var other => other,
        };
        return command?.Text("reason") is { } reason ? $"{state} ({reason})" : state ?? "?";
    }

    static string Availability(JsonElement? value, Words words) => value switch
    {
        { ValueKind: JsonValueKind.True } => words["disponível", "available"],
        { ValueKind: JsonValueKind.False } => words["indisponível", "unavailable"],
        _ => Printable.Value(value),
    };
}
