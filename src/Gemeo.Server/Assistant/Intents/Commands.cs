using System.Collections.Frozen;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Questions;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Times;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents;

/// <summary>Decides whether a text orders something, and if it does whether it may be done.</summary>
sealed class Commands(LabNames lab, Sentence sentence, Asking asking, Calendar calendar, List<Evidence> evidence)
{
    static readonly FrozenSet<Sense> _asking = new[]
    {
        Sense.Which, Sense.WhatThing, Sense.HowMany, Sense.HowMuch, Sense.HowOften, Sense.HowLong, Sense.SinceWhen, Sense.Who, Sense.Where,
        Sense.How, Sense.Why, Sense.Definition, Sense.Procedure, Sense.Existence, Sense.Copula, Sense.PastCopula,
    }.ToFrozenSet();

    readonly List<Clause> _clauses = Clauses.Of(sentence, lab.Verbs);

    /// <summary>An order, or why it is none; null when the text speaks of no order at all.</summary>
    public Intent? Read()
    {
        var heads = _clauses.Select(c => Clauses.Head(c, lab.Verbs)).ToList();
        if (heads.All(h => h is null)) return QuotedAbroad() ?? Without() ?? Mistyped();
        var (last, question) = Trailing(heads);
        var asked = new Clause(sentence, 0, last);
        if (Guard.Of(asked, calendar, evidence) is { } doubt) return Refuse(doubt, heads);
        if (question is not null && Guard.Of(Content(question), calendar, evidence, isQuestion: true) is { } later) return Refuse(later, heads);
        return Carry(heads, last, question) ?? new AskBack(lab, sentence).Plain(Doubt.Unclear);
    }

    /// <summary>"…e me diga a temperatura": a question that follows the orders.</summary>
    (int End, Clause? Question) Trailing(List<VerbMatch?> heads)
    {
        var last = _clauses[^1];
        var isTell = heads[^1] is null && last.After(last.From, _skipped) is var at && at < last.To && Clauses.IsTell(sentence, at) && !last.Has(Sense.Notify);
        return isTell && _clauses.Count > 1 ? (last.From, last) : (sentence.Tokens.Count, null);
    }

    /// <summary>What is asked, without "me diga" and "se".</summary>
    Clause Content(Clause question)
    {
        var at = question.After(question.From, _skipped);
        at += Math.Max(1, Math.Max(sentence.Length(at, Sense.Tell), sentence.Length(at, Sense.ListVerb)));
        return question with { From = Math.Min(at + (at < question.To ? sentence.Length(at, Sense.Whether) : 0), question.To) };
    }

    static readonly FrozenSet<Sense> _skipped = WantedReader.Skipped.Append(Sense.And).ToFrozenSet();

    Intent? Carry(List<VerbMatch?> heads, int end, Clause? question)
    {
        var reader = new OrderReader(lab, asking, evidence);
        for (var i = 0; i < _clauses.Count && _clauses[i].From < end; i++)
        {
            // Everything said must be understood, or nothing is done.
            if (heads[i] is null && _clauses[i].After(_clauses[i].From, Clauses.BeforeVerb) < _clauses[i].To) return null;
            if (heads[i] is { } verb && !reader.Read(_clauses[i], verb, asOffer: false)) return Instead(heads) ?? new AskBack(lab, sentence).For(reader.Failed!);
        }
        var also = question is null ? null : new QuestionReader(lab, question, calendar, lab.Of(asking.Recent), evidence).Read();
        if (also is not (null or Intent.AskState or Intent.ListThings or Intent.HowMany)) return new AskBack(lab, sentence).Refused(Doubt.Unclear, reader.Steps);
        return new Intent.Order([.. reader.Steps], reader.Scope, also);
    }

    /// <summary>"Water level" begins with a verb and is none: when it makes a whole question, it is one.</summary>
    Intent? Instead(List<VerbMatch?> heads)
    {
        if (_clauses.Count != 1 || heads[0] is null) return null;
        var heard = new List<Evidence>();
        var intent = new QuestionReader(lab, sentence.Whole, calendar, lab.Of(asking.Recent), heard).Read();
        var asked = intent switch { Intent.AskState state => state.Of, Intent.AskHistory history => history.Of, _ => [] };
        if (asked.IsEmpty || !asked.All(IsNamedWhole)) return null;
        evidence.Clear();
        evidence.AddRange(heard);
        return intent;
    }

    bool IsNamedWhole(Asked asked) => lab.Things.First(t => t.Thing == asked.Thing).Properties.FirstOrDefault(p => p.Property.Name == asked.Property)
        ?.Title.IsWithin(sentence.Tokens.Select(t => t.Stem).ToHashSet()) == true;

    Intent Refuse(Doubt doubt, List<VerbMatch?> heads)
    {
        var reader = new OrderReader(lab, asking, evidence);
        var all = true;
        for (var i = 0; i < _clauses.Count; i++)
            if (heads[i] is { } verb) all &= reader.Read(_clauses[i], verb, asOffer: true);
            else all &= doubt != Doubt.Unclear;
        return new AskBack(lab, sentence).Refused(doubt, all ? reader.Steps : []);
    }

    /// <summary>No clause begins with a verb: it may hide behind "can you", "don't", "when I leave", or be told of somebody.</summary>
    Intent? Without()
    {
        if (Clauses.TellAt(sentence.Whole) is { } tell && !sentence.Whole.Has(Sense.Notify) && !AsksAfter(tell)) return sentence.Tokens.Count > tell + 1 ? Told(tell) : null;
        if (_clauses.Count == 1 && Addressed(_clauses[0]) is { } said) return Hidden(Guard.Of(sentence.Whole, calendar, []) ?? Doubt.Asked, _clauses[0], said, []);
        var heard = new List<Evidence>();
        var doubt = Guard.Of(sentence.Whole, calendar, heard);
        if (doubt is null || IsQuestion()) return Report();
        foreach (var clause in _clauses)
            if (Clauses.Hidden(clause, lab.Verbs, any: doubt == Doubt.Negated, asked: doubt == Doubt.Asked && sentence.Whole.Has(Sense.Modal)) is { } verb) return Hidden(doubt.Value, clause, verb, heard);
        if (sentence.Whole.Has(Sense.Notify)) return new AskBack(lab, sentence).Refused(Doubt.Later, []);
        return Report();
    }

    // "me diz, dá pra ligar o ar?"
    bool AsksAfter(int tell) => Enumerable.Range(tell, sentence.Tokens.Count - tell).Any(i => sentence.Is(i, Sense.Modal) && !sentence.Is(i, Sense.Tell));

    /// <summary>"você liga o ar pra mim": asked of whom it is said to.</summary>
    VerbMatch? Addressed(Clause clause)
    {
        var at = clause.After(clause.From, WantedReader.Skipped);
        var after = at + sentence.Length(at, Sense.Person);
        return after > at && after < clause.To ? Clauses.Head(clause with { From = after }, lab.Verbs) : null;
    }

    /// <summary>traduza "turn off the light"</summary>
    Intent? QuotedAbroad()
    {
        if (!sentence.Utterance.Has(TokenKind.Quote)) return null;
        var other = new Sentence(sentence.Utterance, sentence.Lang == Lang.Pt ? Lang.En : Lang.Pt, sentence.Vocabulary, lab.KnowsWord);
        return Clauses.Of(other, lab.Verbs).Any(c => Clauses.Head(c, lab.Verbs) is not null) ? new AskBack(lab, sentence).Refused(Doubt.Quoted, []) : null;
    }

    /// <summary>"lige a luz": what one slip of the keyboard away would be an order is offered.</summary>
    Intent? Mistyped()
    {
        var at = sentence.Whole.After(0, WantedReader.Skipped);
        if (at >= sentence.Tokens.Count || sentence.Tokens[at].Kind != TokenKind.Word || sentence.Utterance.IsTooLong) return null;
        var text = sentence.Tokens[at].Text;
        if (lab.Vocabulary.Knows(sentence.Lang, text) || lab.Knows(sentence.Tokens[at]) || lab.Verbs.Nearest(sentence.Lang, text) is not { } verb) return null;
        var reader = new OrderReader(lab, asking, evidence);
        var meant = new VerbMatch(verb, VerbForm.Order, at, 1, Verbs.Apart(sentence.Tokens, at, sentence.Tokens.Count, verb.Particle));
        return reader.Read(_clauses[0], meant, asOffer: true) && _clauses.Count == 1 ? new AskBack(lab, sentence).Refused(Doubt.Unclear, reader.Steps) : null;
    }

    // "tell the pump to start" tells somebody else.
    Intent? Told(int tell)
    {
        var to = Enumerable.Range(tell, sentence.Tokens.Count - tell).FirstOrDefault(i => sentence.Tokens[i].Text == "to");
        return to > 0 && sentence.Lang == Lang.En && to + 1 < sentence.Tokens.Count && Clauses.Head(new(sentence, to + 1, sentence.Tokens.Count), lab.Verbs) is not null
            && !sentence.Whole.Has(Sense.How) ? new AskBack(lab, sentence).Plain(Doubt.Unclear) : null;
    }

    Intent Hidden(Doubt doubt, Clause clause, VerbMatch verb, List<Evidence> heard)
    {
        evidence.AddRange(heard);
        var reader = new OrderReader(lab, asking, evidence);
        return new AskBack(lab, sentence).Refused(doubt, reader.Read(clause, verb, asOffer: true) ? reader.Steps : []);
    }

    /// <summary>It begins as a question does; a condition begins so too ("when I leave").</summary>
    bool IsQuestion()
    {
        var at = sentence.Whole.After(0, WantedReader.Skipped);
        if (at >= sentence.Tokens.Count) return false;
        if (sentence.Length(at, Sense.When) is > 0 and var when)
            return sentence.Is(at + when, Sense.Copula) || sentence.Is(at + when, Sense.PastCopula) || sentence.Is(at + when, Sense.Modal) || sentence.Lang == Lang.Pt && !sentence.Is(at + when, Sense.Person);
        return sentence.Longest(at, _asking).Length > sentence.Length(at, Sense.Negation) && !sentence.Is(at, Sense.Modal);
    }

    /// <summary>"ele ligou a luz ontem": somebody did something to a thing.</summary>
    Intent? Report()
    {
        if (sentence.Utterance.Asks || IsQuestion()) return null;
        var start = sentence.Whole.After(0, WantedReader.Skipped);
        for (var i = start + 1; i < sentence.Tokens.Count; i++)
        {
            if (!sentence.Tokens[i].IsWord || lab.Verbs.At(sentence.Lang, sentence.Tokens, i, sentence.Tokens.Count).FirstOrDefault(m => m.Form == VerbForm.Past) is not { } verb) continue;
            // "a porta abriu" asks of the door; "o técnico abriu a porta" tells of him.
            if (!Enumerable.Range(i + verb.Length, sentence.Tokens.Count - i - verb.Length).Any(k => sentence.Tokens[k].IsWord && lab.Things.Any(t => t.Fit(sentence.Tokens[k]) > 0))) continue;
            evidence.Add(sentence.Evidence(i, verb.Length, $"told of somebody: {verb.Verb.Op}"));
            return new AskBack(lab, sentence).Refused(Doubt.Reported, []);
        }
        return null;
    }
}
