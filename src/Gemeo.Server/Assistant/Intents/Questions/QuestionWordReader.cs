using System.Collections.Frozen;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Questions;

/// <summary>Takes a question apart: what it asks, of what, and which words are left to name things.</summary>
sealed class QuestionWordReader
{
    static readonly FrozenSet<Sense> _known = new[]
    {
        Sense.Which, Sense.WhatThing, Sense.HowMany, Sense.HowMuch, Sense.HowOften, Sense.HowLong, Sense.SinceWhen, Sense.When, Sense.Who,
        Sense.Where, Sense.How, Sense.ListVerb, Sense.Existence, Sense.Any, Sense.Status, Sense.PastCopula, Sense.Copula,
        Sense.AggregateMax, Sense.AggregateMin, Sense.AggregateMean, Sense.AggregateLast, Sense.Series, Sense.All, Sense.Both, Sense.Negation,
        Sense.Article, Sense.Preposition, Sense.Filler, Sense.Please, Sense.Hello, Sense.Address, Sense.Now, Sense.Wish, Sense.To, Sense.By,
        Sense.Modal, Sense.Person, Sense.Pronoun, Sense.Tell, Sense.Whether, Sense.Or,
    }.ToFrozenSet();

    readonly LabNames _lab;
    readonly Clause _clause;
    readonly IReadOnlySet<int> _times;
    readonly List<Evidence> _evidence;
    readonly QuestionWords _words = new();
    Mention _mention = new();

    QuestionWordReader(LabNames lab, Clause clause, IReadOnlySet<int> times, List<Evidence> evidence)
    {
        (_lab, _clause, _times, _evidence) = (lab, clause, times, evidence);
        for (var i = clause.From; i < clause.To;) i += times.Contains(i) ? 1 : Math.Max(1, Next(i));
        Split();
    }

    /// <param name="times">Places of words that tell the time.</param>
    public static QuestionWords Read(LabNames lab, Clause clause, IReadOnlySet<int> times, List<Evidence> evidence) =>
        new QuestionWordReader(lab, clause, times, evidence)._words;

    Sentence In => _clause.In;

    int Next(int i)
    {
        var token = In.Tokens[i];
        if (!token.IsWord) return token.Kind == TokenKind.Comma ? Split() : 1;
        if (token.Number is not null) return Number(i);
        if (token.Text == "on" && IsPreposition(i)) return 1;
        var (sense, length) = In.Longest(i, _known);
        if (State(i, length) is > 0 and var state) return state;
        if (Event(i) is > 0 and var happened) return happened;
        if (Quantity(i, length) is > 0 and var quantity) return quantity;
        if (Small(i, sense, length) is > 0 and var small) return small;
        return Name(i);
    }

    // on the bench, on Monday, on March 5; but the light is on, on yesterday
    bool IsPreposition(int i) => i + 1 < _clause.To && (In.Is(i + 1, Sense.Article) || In.Tokens[i + 1].Number is not null
        || Enumerable.Range((int)Sense.Monday, Sense.December - Sense.Monday + 1).Any(s => In.Is(i + 1, (Sense)s)));

    int State(int i, int other)
    {
        var (word, length) = In.Vocabulary.States(In.Lang).At(In.Tokens, i).OrderByDescending(s => s.Length).FirstOrDefault();
        if (length == 0 || length < other || i + length > _clause.To) return 0;
        var forms = _lab.Verbs.At(In.Lang, In.Tokens, i, _clause.To).Select(m => m.Form).ToList();
        return Saw(word, i, length, (forms.Contains(VerbForm.Participle) && Happened(i)) || (forms.Contains(VerbForm.Past) && IsActive(i)));
    }

    /// <summary>A verb that tells what happened: abriu, turned on; after "did", open.</summary>
    int Event(int i)
    {
        var did = _clause.Places.Any(k => k < i && In.Tokens[k].Text == "did");
        foreach (var verb in _lab.Verbs.At(In.Lang, In.Tokens, i, _clause.To))
        {
            var fits = verb.Form == VerbForm.Past || (verb.Form == VerbForm.Participle && Happened(i)) || (did && verb.Form == VerbForm.Order);
            if (!fits || verb.ParticleAt >= 0) continue;
            if (Ops.StateAfter(verb.Verb.Op) is { } state) return Saw(state, i, verb.Length, true);
            if (_lab.Things.Any(t => t.Doables.Any(d => d.Op == verb.Verb.Op && d.Action is not null && d.Input is null))) return Did(verb, i);
        }
        return 0;
    }

    // who turned on; but: which are turned on
    bool IsActive(int i) => !_clause.Places.Any(k => k < i && (In.Is(k, Sense.Copula) || In.Is(k, Sense.PastCopula) || In.Is(k, Sense.HowMany) || In.Is(k, Sense.Which) || In.Is(k, Sense.ListVerb)));

    int Did(VerbMatch verb, int i)
    {
        _words.Deeds.Add(verb.Verb.Op);
        _words.IsEvent = true;
        _evidence.Add(In.Evidence(i, verb.Length, $"done {verb.Verb.Op}"));
        return verb.Length;
    }

    // foi aberta, was opened; not estava aberta, ficou aberta
    bool Happened(int i) => _clause.Places.Any(k => k < i && In.Tokens[k].Text is "foi" or "foram" or "was" or "were" or "been" or "teve" or "has" or "get" or "got")
        && !_clause.Places.Any(k => k < i && In.Tokens[k].Text is "ficou" or "estava");

    int Saw(StateWord state, int i, int length, bool isEvent)
    {
        var quantity = In.Vocabulary.QuantityWords(In.Lang).At(In.Tokens, i).Where(q => q.Length == length).Select(q => q.Meaning).FirstOrDefault();
        _words.States.Add(new(state, [.. In.Tokens.Skip(i).Take(length)], quantity));
        _words.IsEvent |= isEvent;
        _evidence.Add(In.Evidence(i, length, $"state {state.State} {(state.Value ? "true" : "false")}"));
        return length;
    }

    int Quantity(int i, int other)
    {
        var (name, length) = In.Vocabulary.QuantityWords(In.Lang).At(In.Tokens, i).OrderByDescending(q => q.Length).FirstOrDefault();
        if (length == 0 && In.Tokens[i].Text.Length > 2 && !_lab.Knows(In.Tokens[i]))
            (name, length) = In.Vocabulary.Units.At(In.Tokens, i).OrderByDescending(u => u.Length).Select(u => ("unit:" + u.Meaning, u.Length)).FirstOrDefault();
        if (length == 0 || length < other || i + length > _clause.To) return 0;
        _words.Quantities.Add(new(name, [.. In.Tokens.Skip(i).Take(length)]));
        _evidence.Add(In.Evidence(i, length, $"quantity {name}"));
        return length;
    }

    int Small(int i, Sense sense, int length)
    {
        var token = In.Tokens[i];
        if (length == 1 && token.Text.Length > 2 && _lab.Knows(token) && sense is Sense.Filler or Sense.Person or Sense.Tell or Sense.Status) return 0;
        if (In.Length(i, Sense.PluralArticle) is > 0 and var plural && plural >= length) return Plural(plural, isOfTime: _times.Contains(i + plural));
        if (In.Length(i, Sense.Comparator) is > 0 and var compares && compares >= length) return compares;
        if (In.Length(i, Sense.And) is > 0 and var and && and >= length) return Split(and);
        if (In.Length(i, Sense.Generic) is > 0 and var generic && !_lab.Knows(token)) return Generic(i, generic);
        if (In.Length(i, Sense.Place) > 0 && !_lab.Knows(token) && !_lab.IsRoom(token)) return 1;
        if (length == 0) return 0;
        _words.Saw(sense);
        if (In.Is(i, Sense.Existence)) _words.Saw(Sense.Existence);
        if (In.Is(i, Sense.WhatThing)) _words.Saw(Sense.WhatThing);
        _words.IsNegated |= sense == Sense.Negation;
        _mention.IsAll |= sense is Sense.All or Sense.Any or Sense.Both;
        if (!WantedReader.Skipped.Contains(sense)) _evidence.Add(In.Evidence(i, length, $"question {sense.ToString().ToLowerInvariant()}"));
        return length;
    }

    int Generic(int i, int length)
    {
        _words.IsGeneric = true;
        _evidence.Add(In.Evidence(i, length, "any thing"));
        return length;
    }

    // "nas últimas horas" makes nothing else many.
    int Plural(int length, bool isOfTime)
    {
        _mention.IsPlural |= !isOfTime;
        return length;
    }

    int Number(int i)
    {
        var unit = In.Vocabulary.Units.At(In.Tokens, i + 1).Select(u => u.Length).DefaultIfEmpty(0).Max();
        if (_mention.Words.Count > 0 && _lab.Knows(In.Tokens[i]) && unit == 0) return Name(i);
        // "acima de 30 graus": the answer tells the value anyway.
        return unit > 0 || In.Is(i - 1, Sense.Comparator) || In.Tokens[Math.Max(0, i - 1)].Text is "de" or "que" or "than" or "over" or "above" or "below" or "under" ? 1 + unit : Name(i);
    }

    int Name(int i)
    {
        _mention.Words.Add(In.Tokens[i]);
        if (In.Is(i, Sense.Weak)) _words.Weak.Add(In.Tokens[i]);
        if (In.Is(i, Sense.Air) || In.Is(i, Sense.Place)) _words.Loose.Add(In.Tokens[i]);
        return 1;
    }

    int Split(int length = 1)
    {
        if (_mention.Words.Count > 0 || _mention.IsAll) _words.Mentions.Add(_mention);
        _mention = new() { IsAll = false };
        return length;
    }
}
