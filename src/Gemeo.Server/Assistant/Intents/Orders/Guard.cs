using System.Collections.Frozen;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Times;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents.Orders;

/// <summary>Finds what keeps a text from being an order, whatever verbs it holds.</summary>
static class Guard
{
    static readonly FrozenSet<Sense> _guards = new[]
    {
        Sense.Modal, Sense.Negation, Sense.Later, Sense.Reported, Sense.ReportedPrefix, Sense.Notify,
        Sense.Which, Sense.WhatThing, Sense.HowMany, Sense.HowMuch, Sense.HowOften, Sense.HowLong, Sense.SinceWhen, Sense.When, Sense.Who,
        Sense.Where, Sense.How, Sense.Why, Sense.Definition, Sense.Procedure,
    }.ToFrozenSet();

    /// <summary>The gravest reason; null when nothing speaks against it.</summary>
    /// <param name="asked">The part that may hold an order, or a question that follows one.</param>
    /// <param name="isQuestion">Then it may ask, but set no condition and no time.</param>
    public static Doubt? Of(Clause asked, Calendar calendar, List<Evidence> evidence, bool isQuestion = false)
    {
        var sentence = asked.In;
        var found = Words(asked, evidence, isQuestion).ToHashSet();
        if (sentence.Utterance.Has(TokenKind.Quote)) return Doubt.Quoted;
        if (found.Contains(Doubt.Reported) || FollowsColon(asked)) return Doubt.Reported;
        if (found.Contains(Doubt.Negated)) return Doubt.Negated;
        if (found.Contains(Doubt.Later) || IsTimed(asked, calendar)) return Doubt.Later;
        if (found.Contains(Doubt.Asked) || sentence.Utterance.Asks) return Doubt.Asked;
        return sentence.Utterance.IsTooLong || sentence.Utterance.Has(TokenKind.Strange) ? Doubt.Unclear : null;
    }

    static IEnumerable<Doubt> Words(Clause clause, List<Evidence> evidence, bool isQuestion)
    {
        var sentence = clause.In;
        for (var i = clause.From; i < clause.To;)
        {
            var (guard, length) = sentence.Longest(i, _guards);
            var skip = sentence.Longest(i, WantedReader.Skipped).Length;
            if (length > 0 && length >= skip)
            {
                var doubt = isQuestion && guard >= Sense.Which ? null : DoubtOf(guard, clause, i);
                if (doubt is not null) evidence.Add(sentence.Evidence(i, length, $"not an order: {guard.ToString().ToLowerInvariant()}"));
                if (doubt is { } real) yield return real;
                // One word may be two things: "quando" asks and sets a condition.
                if (sentence.Is(i, Sense.Later)) yield return Doubt.Later;
                if (sentence.Is(i, Sense.Negation)) yield return Doubt.Negated;
            }
            i += Math.Max(1, Math.Max(length, skip));
        }
    }

    static Doubt? DoubtOf(Sense guard, Clause clause, int i) => guard switch
    {
        Sense.Negation => Doubt.Negated,
        Sense.Later or Sense.Notify => Doubt.Later,
        // "diz aí" asks; "o documento diz" tells.
        Sense.Reported => clause.After(clause.From, WantedReader.Skipped) < i ? Doubt.Reported : null,
        Sense.ReportedPrefix => clause.After(clause.From, WantedReader.Skipped) == i ? Doubt.Reported : null,
        _ => Doubt.Asked,
    };

    // às 18h, em 10 minutos
    static bool IsTimed(Clause clause, Calendar calendar)
    {
        if (TimeReader.Read(clause, calendar, bare: false).Used.Count > 0) return true;
        var sentence = clause.In;
        foreach (var i in clause.Places)
            if (sentence.Length(i, Sense.In) is > 0 and var within && sentence.Is(i + within, Sense.HalfHour)) return true;
            else if (sentence.Is(i, Sense.In) && i + 2 < clause.To && sentence.Tokens[i + 1].Number is not null
                && Enumerable.Range((int)Sense.Second, Sense.Month - Sense.Second + 1).Any(unit => sentence.Is(i + 2, (Sense)unit))) return true;
        return false;
    }

    // "resuma isto: ligue a luz"
    static bool FollowsColon(Clause clause)
    {
        foreach (var i in clause.Places)
            if (clause.In.Tokens[i].Kind == TokenKind.Colon) return clause.After(clause.From, WantedReader.Skipped) < i;
        return false;
    }
}
