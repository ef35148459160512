using Gemeo.Assistant.Intents;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Answers;

/// <summary>Says how it was, from what is on record and nothing else.</summary>
public static class HistoryAnswer
{
    public static string Say(Asked asked, Aggregate aggregate, TimeRange? when, Recorded recorded, Hearer hearer)
    {
        var words = new Words(asked, when, recorded, hearer);
        return aggregate switch
        {
            Aggregate.Max => words.Extreme("máximo", "highest"),
            Aggregate.Min => words.Extreme("mínimo", "lowest"),
            Aggregate.Mean => words.Extreme("médio", "average"),
            Aggregate.At => words.Then(),
            Aggregate.Last or Aggregate.Since => words.Last(aggregate == Aggregate.Since),
            Aggregate.Count => words.Times(),
            Aggregate.Duration => words.Long(),
            Aggregate.Change => words.Grown(),
            Aggregate.Who => words.Who(),
            _ => words.Between(),
        };
    }

    sealed class Words(Asked asked, TimeRange? when, Recorded recorded, Hearer hearer)
    {
        readonly ThingDescription _thing = asked.Thing;

        string Name => Wording.Thing(_thing, hearer.Lang);
        string Title => asked.Property is { } property ? Wording.Property(_thing, property, hearer.Lang) : Name;
        string When => Wording.Range(when, hearer);
        string? Unit => asked.Property is { } property ? _thing.Properties.GetValueOrDefault(property)?.Schema.Unit : null;
        string Nothing => hearer.Of($"Não há registro de {Subject} {When}.", $"There is no record of {Subject} {When}.");

        /// <summary>What happened or held: "Lâmpada da bancada: ligada", or no.</summary>
        string Subject
        {
            get
            {
                if (asked.Action is { } action) return $"{Name}: {Intents.Names.Human.Pick(Intents.Names.Human.Part(_thing.Device, "actions", action), "title", hearer.Lang) ?? action}";
                if (asked.Reachable) return $"{Name}: {(IsTrue ? hearer.Of("respondendo", "answering") : hearer.Of("sem resposta", "not answering"))}";
                if (asked.Property is not { } property || asked.Expected is null) return $"{Name}: {Title}";
                var not = IsTrue ? "" : hearer.Of("não ", "not ");
                return $"{Name}: {not}{Wording.State(_thing, property, hearer.Lang) ?? Title}";
            }
        }

        bool IsTrue => asked.Expected?.ValueKind != System.Text.Json.JsonValueKind.False;

        public string Extreme(string pt, string en)
        {
            if (recorded.Value is not { } value) return Nothing;
            // A mean has no moment.
            var at = recorded.At is { } time && pt != "médio" ? ", " + Wording.At(time, hearer) : "";
            var said = Wording.Value(_thing, asked.Property!, value, hearer);
            return hearer.IsPt
                ? $"{Gender.WithArticle(Title)} {Gender.Agree(pt, Title)} {When} {(Gender.IsPlural(Title) ? "foram" : "foi")} {said}{at} ({Name})."
                : $"The {en} {Lower(Title)} {When} was {said}{at} ({Name}).";
        }

        public string Then() => recorded.Value is not { } value ? Nothing
            : $"{Subject}: {Wording.Value(_thing, asked.Property!, value, hearer)}, {When}.";

        public string Last(bool holds)
        {
            if (recorded.At is not { } at) return Nothing;
            var lasted = holds && recorded.Lasted is { } span ? $" ({hearer.Of("há", "for")} {Wording.Span(span, hearer)})" : "";
            return holds ? $"{Subject} {Wording.Since(at, hearer)}{lasted}." : $"{Subject}: {hearer.Of("pela última vez", "last")} {Wording.At(at, hearer)}.";
        }

        public string Times() => recorded.Count switch
        {
            0 => $"{Subject}: {hearer.Of("nenhuma vez", "not once")} {When}.",
            1 => $"{Subject}: {hearer.Of("uma vez", "once")} {When}{First()}.",
            _ => $"{Subject}: {Wording.Number(recorded.Count, null, hearer)} {hearer.Of("vezes", "times")} {When}.",
        };

        string First() => recorded.At is { } at ? $", {Wording.At(at, hearer)}" : "";

        public string Long() => recorded.Lasted is not { } lasted ? Nothing
            : lasted == TimeSpan.Zero ? $"{Subject}: {hearer.Of("em nenhum momento", "at no time")} {When}." : $"{Subject}: {Wording.Span(lasted, hearer)} {When}.";

        public string Grown() => recorded.Change is { } change
            ? $"{Name}: {Wording.Number(change, Unit, hearer)} {When}." : Nothing;

        public string Who() => recorded.At is not { } at ? Nothing
            : recorded.By is { } by ? $"{Subject}: {by}, {Wording.At(at, hearer)}."
            : $"{Subject} {Wording.At(at, hearer)}; {hearer.Of("ninguém deu essa ordem por aqui", "nobody ordered it through this server")}.";

        public string Between() => recorded is { Least: { } least, Most: { } most }
            ? $"{Subject}: {hearer.Of("entre", "between")} {Wording.Number(least, Unit, hearer)} {hearer.Of("e", "and")} {Wording.Number(most, Unit, hearer)} {When} ({Wording.Number(recorded.Count, null, hearer)} {hearer.Of("leituras", "readings")})."
            : Nothing;

        static string Lower(string title) => title.Length > 1 && char.IsUpper(title[1]) ? title : char.ToLowerInvariant(title[0]) + title[1..];
    }
}
