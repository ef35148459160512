using System.Text.Json;
using Gemeo.Assistant.Intents;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Answers;

/// <summary>Says how a thing stands, from what is known of it and nothing else.</summary>
public static class StateAnswer
{
    public static string Say(Asked asked, Known known, Hearer hearer)
    {
        var name = Wording.Thing(asked.Thing, hearer.Lang);
        if (asked.Reachable) return Reach(asked, known, name, hearer);
        if (asked.Property is not { } property) return Silence(known, hearer) is { } silent ? $"{name} {silent}." : $"{name}.";
        if (known.Value is not { } value)
            return Silence(known, hearer) is { } why ? $"{name} {why}."
                : $"{name}: {Wording.Property(asked.Thing, property, hearer.Lang)} {hearer.Of("ainda sem leitura.", "no reading yet.")}";
        var sentence = Sentence(asked, property, value, name, hearer);
        if (Silence(known, hearer) is not { } silence) return Verdict(asked, value, hearer) + sentence;
        // What it said last is no answer to how it stands.
        return $"{name} {silence}; {hearer.Of("o último valor conhecido", "the last known value")}: {sentence}";
    }

    /// <summary>Whether it stands as asked; null when that is not known.</summary>
    public static bool? Matches(Asked asked, Known known)
    {
        if (asked.Expected is not { } expected) return true;
        if (asked.Reachable) return known.Available is { } available ? available == (expected.ValueKind == JsonValueKind.True) : null;
        return known.Available == false || known.Value is not { } value ? null : JsonElement.DeepEquals(value, expected);
    }

    static string Sentence(Asked asked, string property, JsonElement value, string name, Hearer hearer)
    {
        var isTruth = value.ValueKind is JsonValueKind.True or JsonValueKind.False;
        if (isTruth && Wording.State(asked.Thing, property, hearer.Lang) is { } state)
            return $"{name} {(value.GetBoolean() ? hearer.Of("está", "is") : hearer.Of("não está", "is not"))} {state}.";
        return $"{name}: {Wording.Property(asked.Thing, property, hearer.Lang)}: {Wording.Value(asked.Thing, property, value, hearer)}.";
    }

    static string Verdict(Asked asked, JsonElement value, Hearer hearer) =>
        asked.Expected is not { } expected ? "" : JsonElement.DeepEquals(value, expected) ? hearer.Of("Sim. ", "Yes. ") : hearer.Of("Não. ", "No. ");

    static string Reach(Asked asked, Known known, string name, Hearer hearer)
    {
        var wants = asked.Expected?.ValueKind == JsonValueKind.True;
        var verdict = known.Available is { } available && asked.Expected is not null ? available == wants ? hearer.Of("Sim. ", "Yes. ") : hearer.Of("Não. ", "No. ") : "";
        return verdict + (known.Available switch
        {
            true => $"{name} {hearer.Of("está respondendo", "is answering")}.",
            false => $"{name} {Silence(known, hearer)}.",
            _ => $"{name}: {hearer.Of("não dá para saber se está respondendo", "nobody can tell whether it answers")}.",
        });
    }

    /// <summary>não responde desde as 14:32</summary>
    static string? Silence(Known known, Hearer hearer) => known.Available != false ? null
        : hearer.Of("não responde", "is not answering") + (known.Since is { } since ? " " + Wording.Since(since, hearer) : "");

}
