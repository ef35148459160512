using System.Collections.Immutable;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents.Orders;

/// <summary>Reads the clauses of an order one after another; what one names, "it" in the next one means.</summary>
sealed class OrderReader(LabNames lab, Asking asking, List<Evidence> evidence)
{
    readonly List<Step> _steps = [];
    IReadOnlyList<ThingNames> _last = lab.Of(asking.Recent);

    public IReadOnlyList<Step> Steps => _steps;
    public Scope Scope { get; private set; } = Scope.Named;
    public Choice? Failed { get; private set; }

    /// <summary>False, with <see cref="Failed"/>, when this clause cannot be carried out.</summary>
    public bool Read(Clause clause, VerbMatch verb, bool asOffer)
    {
        var wanted = WantedReader.Read(lab, clause, verb, asOffer, evidence);
        var choice = wanted.IsMuddled ? Choice.Because(Doubt.Which, []) : Choose(wanted);
        if (choice.Doubt is not null)
        {
            Failed = choice;
            return false;
        }
        _steps.AddRange(choice.Steps);
        _last = choice.Things;
        Tell(clause, wanted, choice);
        return true;
    }

    Choice Choose(Wanted wanted)
    {
        var chooser = new Chooser(lab, wanted, asking.Room);
        if (wanted.Mentions.Count == 0) return WithoutName(wanted, chooser);
        var steps = new List<Step>();
        var things = new List<ThingNames>();
        foreach (var mention in wanted.Mentions)
        {
            var choice = chooser.Choose(mention);
            if (choice.Doubt is not null) return choice;
            steps.AddRange(choice.Steps);
            things.AddRange(choice.Things);
        }
        return Without(wanted, new([.. steps.DistinctBy(s => (s.Thing.Id, s.Action, s.Property, s.Input?.ToString()))], null, [.. things.Distinct()]));
    }

    // "apague ela": the thing spoken of before, when there is one.
    Choice WithoutName(Wanted wanted, Chooser chooser)
    {
        if (!wanted.HasPronoun || _last.Count == 0) return chooser.Choose(new Mention { Value = wanted.Loose });
        var steps = new List<Step>();
        foreach (var thing in _last)
        {
            var mention = new Mention { Value = wanted.Loose };
            mention.Words.AddRange(NameSet.Tokens(thing.Thing.Title, lab.Vocabulary));
            var choice = chooser.Choose(mention);
            if (choice.Doubt is not null) return choice;
            steps.AddRange(choice.Steps.Where(s => s.Thing.Id == thing.Thing.Id));
        }
        return steps.Count > 0 ? new(steps, null, _last) : Choice.Because(Doubt.Which, _last);
    }

    /// <summary>Leaves out what was excepted; an exception that names nothing lets nothing be done.</summary>
    Choice Without(Wanted wanted, Choice choice)
    {
        var left = choice.Steps.ToList();
        foreach (var mention in wanted.Excepted)
        {
            var named = choice.Things.Select(t => (Thing: t, Score: Excepts(t, mention))).Where(t => t.Score > 0).ToList();
            if (named.Count == 0) return Choice.Because(Doubt.Unknown, choice.Things, string.Join(' ', mention.Words.Select(w => w.Raw)));
            var most = named.Max(n => n.Score);
            var several = mention.IsPlural || mention.IsAll || mention.Words.Any(w => named.Any(n => n.Thing.IsPlural(w)));
            left.RemoveAll(s => named.Any(n => n.Thing.Thing.Id == s.Thing.Id && (several || n.Score >= most)));
        }
        return left.Count > 0 ? choice with { Steps = left } : Choice.Because(Doubt.Which, choice.Things);
    }

    static double Excepts(ThingNames thing, Mention mention)
    {
        var rooms = mention.Words.Count > 0 && mention.Words.All(w => thing.RoomFit(w) > 0) ? 0.5 : 0;
        return Math.Max(rooms, Fit.OfThing(thing, mention));
    }

    void Tell(Clause clause, Wanted wanted, Choice choice)
    {
        foreach (var mention in wanted.Mentions)
        {
            if (mention.IsAll) Scope = mention.Words.Count == 0 ? Scope.All : Scope.Several;
            else if (choice.Steps.Count > wanted.Mentions.Count && Scope == Scope.Named) Scope = Scope.Several;
            if (mention.Words.Count > 0 && choice.Things.All(t => t.Room is not null && mention.Words.All(w => t.RoomFit(w) > 0))) Scope = Scope.Room;
            foreach (var word in mention.Words)
                evidence.Add(new(word.Raw, word.Start, word.Length, $"names {string.Join(", ", choice.Things.Where(t => t.Fit(word) > 0 || t.RoomFit(word) > 0).Select(t => t.Thing.Id))}"));
        }
        foreach (var step in choice.Steps)
            evidence.Add(clause.In.Evidence(wanted.Verb.At, wanted.Verb.Length, $"{step.Thing.Id}.{step.Action ?? step.Property}"));
    }
}
