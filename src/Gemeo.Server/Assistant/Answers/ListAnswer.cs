using Gemeo.Assistant.Intents;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Answers;

/// <summary>Says which things are there, or stand as asked, and which could not say.</summary>
public static class ListAnswer
{
    const int Most = 20;

    public static string Which(IReadOnlyList<(Asked Asked, Known Known)> all, Hearer hearer)
    {
        var (yes, silent, isAll) = Sort(all);
        var said = yes.Count == 0 ? hearer.Of($"Nenhum de {all.Count}.", $"None of {all.Count}.")
            : $"{Names(yes, hearer)}{(isAll ? "" : $" ({yes.Count} {hearer.Of("de", "of")} {all.Count})")}.";
        return said + Silent(silent, hearer);
    }

    public static string HowMany(IReadOnlyList<(Asked Asked, Known Known)> all, Hearer hearer)
    {
        var (yes, silent, isAll) = Sort(all);
        return isAll ? $"{all.Count}: {Names(yes, hearer)}." : $"{yes.Count} {hearer.Of("de", "of")} {all.Count}{(yes.Count > 0 ? ": " + Names(yes, hearer) : "")}.{Silent(silent, hearer)}";
    }

    static (List<Asked> Yes, List<Asked> Silent, bool IsAll) Sort(IReadOnlyList<(Asked Asked, Known Known)> all)
    {
        var judged = all.Select(a => (a.Asked, Fits: StateAnswer.Matches(a.Asked, a.Known))).ToList();
        return ([.. judged.Where(j => j.Fits == true).Select(j => j.Asked)], [.. judged.Where(j => j.Fits is null).Select(j => j.Asked)], all.All(a => a.Asked.Expected is null));
    }

    // A thing that does not answer is neither on nor off.
    static string Silent(List<Asked> silent, Hearer hearer) =>
        silent.Count == 0 ? "" : $" {hearer.Of("Sem resposta", "Not answering")}: {Names(silent, hearer)}.";

    static string Names(List<Asked> things, Hearer hearer) =>
        string.Join(", ", things.Take(Most).Select(a => Wording.Thing(a.Thing, hearer.Lang)))
        + (things.Count > Most ? hearer.Of($" e mais {things.Count - Most}", $" and {things.Count - Most} more") : "");
}
