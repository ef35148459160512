using System.Collections.Immutable;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Times;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents.Questions;

/// <summary>Which of the questions it is, once it is known what it is about.</summary>
sealed class QuestionIntents(LabNames lab, Clause clause, Calendar calendar, List<Evidence> evidence)
{
    public Intent Of(QuestionWords words, List<Candidate> found, TimeRange? range)
    {
        Tell(words, found);
        if (words.HasAny(Sense.Where)) return new Intent.ListThings(Filter(words, found));
        if (IsHistory(words, found, range)) return History(words, found, range);
        if (words.Has(Sense.HowMany) && !IsMeasured(words, found)) return new Intent.HowMany(Filter(words, found));
        return IsList(words, found) ? new Intent.ListThings(Filter(words, found)) : new Intent.AskState([.. found.Select(c => c.Asked)]);
    }

    // "quantos terminais", "quantos graus": a property tells the number.
    static bool IsMeasured(QuestionWords words, List<Candidate> found) =>
        words.Quantities.Count > 0 || found.All(c => c.Property is { IsNumber: true } || c.Property?.States.ContainsKey("present") == true);

    static bool IsList(QuestionWords words, List<Candidate> found)
    {
        if (words.Quantities.Count > 0 || words.Has(Sense.Status)) return false;
        if (words.Has(Sense.ListVerb) || words.IsGeneric) return true;
        // No property, no thing: its room was named.
        if (found.All(c => c.Property is null && !c.Reachable && c.Named == 0)) return true;
        // "qual a temperatura" asks for one value though several things tell it.
        var isOfThings = found.All(c => c.Property is null || c.Property.IsBoolean);
        if (!isOfThings) return false;
        if (words.HasAny(Sense.Which, Sense.WhatThing)) return true;
        return found.Count > 1 && (words.HasAny(Sense.Existence, Sense.Any) || (!words.HasNames && !words.Has(Sense.All)));
    }

    bool IsHistory(QuestionWords words, List<Candidate> found, TimeRange? range)
    {
        if (words.HasAny(Sense.HowOften, Sense.HowLong, Sense.SinceWhen, Sense.When, Sense.Series)) return true;
        if (words.HasAny(Sense.AggregateMax, Sense.AggregateMin, Sense.AggregateMean, Sense.AggregateLast)) return true;
        if (words.Has(Sense.PastCopula) || words.IsEvent) return true;
        // "está ligada hoje": now.
        return range is not null && !(words.Has(Sense.Copula) && range.To >= calendar.Now);
    }

    Intent History(QuestionWords words, List<Candidate> found, TimeRange? range)
    {
        var asked = found.SelectMany(c => c.Property is not null || c.Reachable || c.Action is not null ? [c.Asked]
            : c.Thing.Properties.Where(p => p.Property.Read is not null).Select(p => new Asked(c.Thing.Thing, p.Property.Name))).ToImmutableArray();
        return new Intent.AskHistory(asked, AggregateOf(words, found, range), range);
    }

    static Aggregate AggregateOf(QuestionWords words, List<Candidate> found, TimeRange? range)
    {
        foreach (var (sense, aggregate) in (ReadOnlySpan<(Sense, Aggregate)>)
            [
                (Sense.Who, Aggregate.Who), (Sense.HowOften, Aggregate.Count), (Sense.SinceWhen, Aggregate.Since), (Sense.HowLong, Aggregate.Duration),
                (Sense.AggregateMax, Aggregate.Max), (Sense.AggregateMin, Aggregate.Min), (Sense.AggregateMean, Aggregate.Mean),
                (Sense.When, Aggregate.Last), (Sense.AggregateLast, Aggregate.Last), (Sense.Series, Aggregate.Series),
            ])
            if (words.Has(sense)) return aggregate;
        if (range?.IsInstant == true) return Aggregate.At;
        if (found.All(c => c.Property is { IsBoolean: true } || c.Reachable || c.Action is not null)) return words.IsEvent ? Aggregate.Count : Aggregate.Duration;
        // What a meter has counted up: how much of it was used.
        return found.All(c => c.Property?.Quantities.Contains("energy") == true) ? Aggregate.Change : Aggregate.Series;
    }

    Filter Filter(QuestionWords words, List<Candidate> found) =>
        new([.. found.Select(c => c.Property is { IsBoolean: false } ? new(c.Thing.Thing, null) : c.Asked)],
            !words.HasNames && found.Count >= lab.Things.Count(t => found[0].Property is null || t.Properties.Any(p => p.Title.Stems.Any(found[0].Property!.Title.Has))));

    void Tell(QuestionWords words, List<Candidate> found)
    {
        foreach (var word in words.Content)
            if (found.Where(c => c.Thing.Fit(word) > 0 || c.Property?.Title.Has(word.Stem) == true || c.Thing.RoomFit(word) > 0).ToList() is { Count: > 0 } of)
                evidence.Add(new(word.Raw, word.Start, word.Length, $"names {string.Join(", ", of.Take(8).Select(c => c.Property is null ? c.Thing.Thing.Id : $"{c.Thing.Thing.Id}.{c.Property.Property.Name}"))}"));
        if (evidence.Count == 0 && !clause.IsEmpty) evidence.Add(clause.In.Evidence(clause.From, clause.To - clause.From, "question"));
    }
}
