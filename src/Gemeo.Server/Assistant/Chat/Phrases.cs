using System.Text.Json;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Tools;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Linguistics;
using Gemeo.Things;
using Step = Gemeo.Assistant.Intents.Step;

namespace Gemeo.Assistant.Chat;

/// <summary>How orders and their ends are said. Nothing is called done that the device did not report.</summary>
static class Phrases
{
    /// <summary>Rádio 5G: Desligar; Ar-condicionado: Temperatura desejada = 22</summary>
    public static string Of(Step step, Hearer hearer)
    {
        var what = step.Action is { } action
            ? Human.Pick(Human.Part(step.Thing.Device, "actions", action), "title", hearer.Lang) ?? action
            : Wording.Property(step.Thing, step.Property!, hearer.Lang);
        var value = step.Delta is { } delta ? $" {(delta < 0 ? "−" : "+")}{Wording.Number(Math.Abs(delta), null, hearer)}"
            : step.Input is { } input ? $" = {(input.ValueKind == JsonValueKind.Number ? Wording.Number(input.GetDouble(), null, hearer) : Text(input, hearer))}" : "";
        return $"{Wording.Thing(step.Thing, hearer.Lang)}: {what}{value}";
    }

    static string Text(JsonElement value, Hearer hearer) => value.ValueKind switch
    {
        JsonValueKind.True => hearer.Of("sim", "yes"),
        JsonValueKind.False => hearer.Of("não", "no"),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>The end of an order, in a sentence.</summary>
    /// <param name="shortcuts">The lab's own sentences, where it has some for this very order.</param>
    public static string Of(Deed deed, IReadOnlyList<Shortcut> shortcuts, Hearer hearer)
    {
        if (deed.Fault is { } fault) return $"{Of(deed.Step, hearer)}: {Why(fault, deed, hearer)}";
        if (deed.Command is { Unconfirmable: true } or { State: CommandState.Sent })
            return $"{Of(deed.Step, hearer)}: {hearer.Of("enviado; nada do que o dispositivo informa confirma que foi feito.", "sent; nothing that the device reports can confirm that it was done.")}";
        if (deed.Command is not { State: CommandState.Confirmed })
            return $"{Of(deed.Step, hearer)}: {hearer.Of("ainda a caminho; não sei como termina.", "still on its way; how it ends is not known.")}";
        return Own(deed, shortcuts, hearer) ?? (deed.IsAlready ? Already(deed, hearer) : hearer.Of("Feito: ", "Done: ") + State(deed, hearer));
    }

    static string? Own(Deed deed, IReadOnlyList<Shortcut> shortcuts, Hearer hearer)
    {
        var own = shortcuts.FirstOrDefault(s => s.Thing == deed.Thing.Id && s.Action == deed.Step.Action && s.Property == deed.Step.Property
            && (s.Input is { } a ? deed.Step.Input is { } b && JsonElement.DeepEquals(a, b) : deed.Step.Input is null));
        var texts = deed.IsAlready ? own?.Already : own?.Done;
        return texts?.FirstOrDefault(t => Langs.Of(t.Key) == hearer.Lang).Value;
    }

    static string Already(Deed deed, Hearer hearer)
    {
        if (deed.Shows is { After.ValueKind: JsonValueKind.True } shown && Wording.State(deed.Thing, shown.Property, hearer.Lang) is { } state)
            return $"{Wording.Thing(deed.Thing, hearer.Lang)} {hearer.Of("já estava", "was already")} {state}.";
        return hearer.Of("Já estava assim: ", "It was so already: ") + State(deed, hearer);
    }

    static string State(Deed deed, Hearer hearer) => deed.Shows is { } shown
        ? StateAnswer.Say(new(deed.Thing, shown.Property), new(shown.After), hearer) : Of(deed.Step, hearer) + ".";

    static string Why(Fault fault, Deed deed, Hearer hearer)
    {
        if (fault == Fault.NoAnswer) return hearer.Of("o dispositivo não respondeu; não sei se obedeceu.", "the device did not answer; whether it obeyed is not known.");
        if (fault == Fault.Offline) return hearer.Of("o dispositivo não responde (desligado ou fora da rede); nada foi enviado.", "the device is not answering (off or out of reach); nothing was sent.");
        if (fault == Fault.NoValue && deed.Step.Delta is not null) return hearer.Of("não sei o valor de agora, por isso não mudei nada.", "its present value is not known, so nothing was changed.");
        var sentence = hearer.Of(fault.Pt, fault.En);
        return char.ToLower(sentence[0]) + sentence[1..].TrimEnd('.') + (deed.Detail is { } detail ? $" ({detail})." : ".");
    }
}
