using System.Collections.Frozen;
using System.Collections.Immutable;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Times;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Questions;

/// <summary>Reads a question: about the lab as it is, as it was, what there is, or none of these: then it is for the documents.</summary>
sealed class QuestionReader(LabNames lab, Clause clause, Calendar calendar, IReadOnlyList<ThingNames> recent, List<Evidence> evidence)
{
    static readonly FrozenSet<Sense> _before = WantedReader.Skipped.Concat([Sense.Tell, Sense.Whether, Sense.And]).ToFrozenSet();
    static readonly FrozenSet<Sense> _explains = new[] { Sense.Why, Sense.Definition, Sense.Procedure, Sense.DocumentVerb, Sense.WhatThing, Sense.How }.ToFrozenSet();

    readonly QuestionIntents _intents = new(lab, clause, calendar, evidence);

    public Intent Read()
    {
        if (IsForDocuments()) return Documents();
        var (range, used) = TimeReader.Read(clause, calendar);
        var words = QuestionWordReader.Read(lab, clause, used, evidence);
        if (used.Count > 0) evidence.Add(clause.In.Evidence(used.Min(), used.Max() - used.Min() + 1, $"time {range?.From:yyyy-MM-ddTHH:mm}/{range?.To:yyyy-MM-ddTHH:mm}"));
        Complete(words);
        if (!words.HasNames && words.States.Count == 0 && words.Quantities.Count == 0 && words.Deeds.Count == 0 && !words.IsGeneric && !words.Weak.Any() && !(words.Has(Sense.Status) && words.Has(Sense.All))) return Documents();
        var found = new Finder(lab, words.Has(Sense.Pronoun) && !words.HasNames && recent.Count > 0 ? recent : lab.Things, words, range is not null || words.Has(Sense.PastCopula)).Find();
        if (found.Count == 0 && words.Loose.Count > 0)
        {
            words.Weak.UnionWith(words.Loose);
            if (words.HasNames || words.States.Count > 0) found = new Finder(lab, lab.Things, words, range is not null).Find();
        }
        return found.Count == 0 ? Documents() : _intents.Of(words, found, range);
    }

    static void Complete(QuestionWords words)
    {
        // "did someone open the door" is about the door; "who is in the lab" is about somebody.
        if (words.States.Any(s => s.State.State != "present")) words.States.RemoveAll(s => s.State.State == "present");
        if (words.Has(Sense.Who) && words.Has(Sense.Copula) && words.States.Count == 0) words.States.Add(new(new("present", true), [], null));
    }

    Intent Documents() => new Intent.AskDocuments(clause.In.Words(clause.From, clause.To).Trim());

    /// <summary>How and why, what a word means, what the manual says.</summary>
    bool IsForDocuments()
    {
        if (clause.Has(Sense.DocumentWord)) return true;
        var at = Start();
        if (at >= clause.To) return false;
        var (sense, length) = clause.In.Longest(at, _explains);
        return sense switch
        {
            _ when length == 0 => IsBareName(at),
            Sense.Why or Sense.Definition or Sense.Procedure or Sense.DocumentVerb => true,
            // "como está", "como foi"; "como calibrar" is another matter.
            Sense.How => clause.In.Lang == Lang.Pt && !clause.In.Is(at + length, Sense.Copula) && !clause.In.Is(at + length, Sense.PastCopula),
            _ => IsBareName(at),
        };
    }

    // "o que é" begins with what is elsewhere an article.
    int Start()
    {
        for (var i = clause.From; ;)
        {
            if (i >= clause.To || clause.In.Longest(i, _explains).Length is var explains && explains > 0 && explains >= clause.In.Longest(i, _before).Length) return i;
            var next = clause.In.Tokens[i].IsWord ? i + clause.In.Longest(i, _before).Length : i + 1;
            if (next == i) return i;
            i = next;
        }
    }

    // "what is RSRP" asks what the word means; "what is the RSRP" asks for the value.
    bool IsBareName(int at)
    {
        if (clause.In.Lang != Lang.En || clause.In.Tokens[at].Text is not ("what" or "whats")) return false;
        var next = at + Math.Max(1, clause.In.Length(at, Sense.Which));
        return next > at + 1 - (clause.In.Tokens[at].Text == "whats" ? 1 : 0) && next < clause.To && clause.In.Tokens[next].IsWord
            && !clause.In.Is(next, Sense.Article) && !clause.In.Is(next, Sense.PluralArticle) && !clause.In.Is(next, Sense.Preposition)
            && !clause.In.Vocabulary.States(Lang.En).At(clause.In.Tokens, next).Any();
    }
}
