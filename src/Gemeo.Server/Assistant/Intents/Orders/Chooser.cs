using System.Text.Json;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Reading;

namespace Gemeo.Assistant.Intents.Orders;

/// <summary>Holds one mention of an order against the lab.</summary>
sealed class Chooser(LabNames lab, Wanted wanted, string? room)
{
    public Choice Choose(Mention mention)
    {
        Mend(mention);
        mention.Room = lab.RoomWords(mention.Words);
        var fits = Fits(mention);
        if (fits.Count == 0) return Shortcut(mention) ?? OnWith(mention) ?? WhyNot(mention);
        var several = mention.IsAll || mention.IsPlural || mention.Words.Any(w => fits.Any(f => f.Doable.Of.IsPlural(w)));
        if (!mention.IsAll && mention.Words.Count > 0 && !fits.Any(f => f.IsAnchored)) return Choice.Because(Doubt.Which, fits.Select(f => f.Doable.Of));
        return Ops.IsSetting(wanted.Op) ? Set(mention, fits, several) : Act(mention, fits, several);
    }

    List<Fit> Fits(Mention mention) =>
        [.. lab.Things.SelectMany(t => t.Doables).Where(Matches).Where(d => IsOfKind(d, mention)).Select(d => Fit.Of(d, mention)).OfType<Fit>()];

    // "acenda tudo": all the lights.
    bool IsOfKind(Doable doable, Mention mention) => wanted.Verb.Verb.Kind is not { } kind || mention.Words.Any(w => !mention.Room.Contains(w.Stem))
        || lab.Vocabulary.KindWords(kind).Any(w => doable.Of.Kind.Has(Stems.Of(Stems.Fold(w))));

    bool Matches(Doable doable) => doable.Op == wanted.Op
        || (wanted.Op == Ops.Run && doable.Op == Ops.On)
        || (Ops.IsSetting(wanted.Op) && doable is { Op: Ops.Set, Fixed: null });

    /// <summary>A word that nobody knows, one slip away from one that the lab knows, is that one.</summary>
    void Mend(Mention mention)
    {
        for (var i = 0; i < mention.Words.Count; i++)
            if (mention.Words[i] is { Kind: TokenKind.Word } word && !Fits(Only(word)).Any(f => f.Word is not null) && lab.Nearest(word) is { } near)
                mention.Words[i] = word with { Stem = near };
    }

    static Mention Only(Token word)
    {
        var mention = new Mention();
        mention.Words.Add(word);
        return mention;
    }

    Choice Act(Mention mention, List<Fit> fits, bool several)
    {
        // A verb that only one thing of the lab knows needs no more words.
        var isOwn = wanted.Op.StartsWith("own:", StringComparison.Ordinal);
        if (mention.IsEmpty && !isOwn) return Choice.Because(Doubt.Which, fits.Select(f => f.Doable.Of));
        var chosen = several ? PerThing(fits) : PerThing(Best(fits));
        if (!several && chosen.Count > 1) chosen = Narrow(mention, chosen);
        if (!several && chosen.Count > 1) return Choice.Because(Doubt.Which, chosen.Select(f => f.Doable.Of));
        if (chosen.FirstOrDefault(f => f.Doable is { Input: not null, Fixed: null }) is not { } hungry) return WithValue(mention, chosen);
        return mention.Value is null && hungry.Word is null
            ? Choice.Because(Doubt.Value, chosen.Select(f => f.Doable.Of), ValueMaker.Range(hungry.Doable), hungry.Doable) : Fill(mention, chosen);
    }

    // "ligue o ar em 23 graus": on, and then the value.
    Choice WithValue(Mention mention, List<Fit> chosen)
    {
        var steps = chosen.Select(f => (f.Doable, f.Doable.Step())).ToList();
        if (mention.Value is not { } value) return Choice.Do(steps);
        if (value.IsTime) return Choice.Because(Doubt.Later, chosen.Select(f => f.Doable.Of));
        // "abra a janela em 25 %": only the value.
        if (wanted.Op == Ops.Open) steps.Clear();
        else if (wanted.Op != Ops.On) return Choice.Because(Doubt.Cannot, chosen.Select(f => f.Doable.Of));
        foreach (var fit in chosen)
        {
            var takers = fit.Doable.Of.Doables.Where(d => d is { Op: Ops.Set, Fixed: null } && ValueMaker.Suits(value, d)).ToList();
            if (takers is not [var taker]) return Choice.Because(takers.Count == 0 ? Doubt.Cannot : Doubt.Which, [fit.Doable.Of]);
            if (ValueMaker.Make(value, taker.Input!) is not { } input) return Choice.Because(Doubt.Range, [fit.Doable.Of], ValueMaker.Range(taker), taker);
            steps.Add((taker, taker.Step(input)));
        }
        return Choice.Do(steps);
    }

    /// <summary>"ligue o ar no modo ventilar": on, and then the word of an enumeration.</summary>
    Choice? OnWith(Mention mention)
    {
        if (wanted.Op != Ops.On || mention.IsAll || mention.IsPlural) return null;
        foreach (var taker in lab.Things.SelectMany(t => t.Doables).Where(d => d.TakesWord))
        {
            var values = mention.Words.Where(w => taker.Of.Fit(w) == 0 && taker.Values!.Of(w) is not null).ToList();
            if (values is not [var value]) continue;
            var rest = new Mention { Value = mention.Value };
            rest.Words.AddRange(mention.Words.Where(w => w != value && (taker.Of.Fit(w) > 0 || !taker.Nouns.Has(w.Stem))));
            if (rest.Words.Count > 0 && Choose(rest) is { Doubt: null, Things: [var thing] } on && thing == taker.Of)
                return on with { Steps = [.. on.Steps, taker.Step(taker.Values!.Of(value))] };
        }
        return null;
    }

    Choice Set(Mention mention, List<Fit> fits, bool several)
    {
        if (mention.Value is null && fits.All(f => f.Word is null) && Shortcut(mention) is { } shortcut) return shortcut;
        if (mention.IsEmpty && mention.Value?.Unit is null && fits.All(f => f.Word is null)) return Choice.Because(Doubt.Which, fits.Select(f => f.Doable.Of));
        var ready = fits.Where(f => f.Word is not null ? mention.Value is null : mention.Value is { } value && ValueMaker.Suits(value, f.Doable)).ToList();
        var best = several ? fits : Best(fits);
        if (ready.Count == 0) return NotReady(mention, best);
        var chosen = several ? ready : Best(ready);
        var things = chosen.Select(f => f.Doable.Of).Distinct().ToList();
        if (things.Count > 1 && !several) things = [.. Narrow(mention, chosen).Select(f => f.Doable.Of).Distinct()];
        if (things.Count > 1 && !several) return Choice.Because(Doubt.Which, things);
        var one = chosen.Where(f => things.Contains(f.Doable.Of)).GroupBy(f => f.Doable.Of).Select(g => Sole([.. g])).ToList();
        return one.Contains(null) ? Choice.Because(Doubt.Which, things) : Fill(mention, one!);
    }

    /// <summary>No value, or none that anything here takes.</summary>
    Choice NotReady(Mention mention, List<Fit> best)
    {
        var doubt = mention.Value is null ? Doubt.Value : best.Any(f => f.Doable.TakesNumber) ? Doubt.Range : Doubt.Cannot;
        var of = best.OrderByDescending(f => f.Nouns).ThenByDescending(f => f.Doable.TakesNumber).First().Doable;
        return Choice.Because(doubt, best.Select(f => f.Doable.Of), ValueMaker.Range(of), of);
    }

    Choice Fill(Mention mention, List<Fit> chosen)
    {
        var steps = new List<(Doable, Step)>();
        foreach (var fit in chosen)
        {
            var schema = fit.Doable.Input!;
            if (fit.Word is { } word) steps.Add((fit.Doable, fit.Doable.Step(word)));
            else if (mention.Value is not { } value || !ValueMaker.Suits(value, fit.Doable)) return Outside(fit);
            else if (value.IsDelta && fit.Doable.About is not null)
            {
                if (ValueMaker.Delta(value, schema, wanted.Op == Ops.Decrease) is not { } delta) return Outside(fit);
                steps.Add((fit.Doable, fit.Doable.Step(null, delta)));
            }
            else if (ValueMaker.Make(value, schema) is { } input) steps.Add((fit.Doable, fit.Doable.Step(input)));
            else return Outside(fit);
        }
        return Choice.Do(steps);
    }

    static Choice Outside(Fit fit) => Choice.Because(Doubt.Range, [fit.Doable.Of], ValueMaker.Range(fit.Doable), fit.Doable);

    static List<Fit> Best(List<Fit> fits)
    {
        var most = fits.Max(f => f.Score);
        return [.. fits.Where(f => f.Score > most - 0.01)];
    }

    /// <summary>One way to do it for each thing: by the verb that was said, by an action rather than a write.</summary>
    List<Fit> PerThing(List<Fit> fits) => [.. fits.GroupBy(f => f.Doable.Of).Select(g => g
        .OrderByDescending(f => f.Score).ThenBy(f => f.Doable.Lemma == wanted.Verb.Verb.Lemma ? 0 : 1).ThenBy(f => f.Doable.Action is null ? 1 : 0).First())];

    static Fit? Sole(List<Fit> fits)
    {
        var most = fits.Max(f => f.Nouns);
        var best = fits.Where(f => f.Nouns >= most).ToList();
        return best.Count == 1 ? best[0] : null;
    }

    /// <summary>Of several that may be meant, the one of a shortcut with these very words, or the only one in the person's room.</summary>
    List<Fit> Narrow(Mention mention, List<Fit> fits)
    {
        var said = lab.Shortcuts.Where(s => s.Means(mention.Stems)).Select(s => s.Thing).ToHashSet();
        if (said.Count == 1 && Fits(mention).Where(f => said.Contains(f.Doable.Of)).ToList() is { Count: > 0 } meant) return PerThing(meant);
        var near = fits.Where(f => room is not null && f.Doable.Of.Thing.Room == room).ToList();
        return near.Select(f => f.Doable.Of).Distinct().Count() == 1 ? near : fits;
    }

    /// <summary>"coloque a luz suave": the words of a shortcut that sets something.</summary>
    Choice? Shortcut(Mention mention)
    {
        if (!Ops.IsSetting(wanted.Op) || mention.Value is not null) return null;
        var meant = lab.Shortcuts.Where(s => s.Doable.Op == Ops.Set && s.Shortcut.Input is not null && s.Means(mention.Stems)).ToList();
        return meant is [var one] ? Choice.Do([(one.Doable, one.Doable.Step(one.Shortcut.Input))]) : null;
    }

    Choice WhyNot(Mention mention)
    {
        if (mention.IsEmpty) return Choice.Because(Doubt.Which, []);
        var named = lab.Things.Select(t => (Thing: t, Score: Fit.OfThing(t, mention))).Where(t => t.Score > 0).OrderByDescending(t => t.Score).Select(t => t.Thing).ToList();
        if (named.Count > 0) return Choice.Because(Doubt.Cannot, named.Where(t => Fit.OfThing(t, mention) >= Fit.OfThing(named[0], mention)));
        if (mention.IsAll && mention.Words.Count == 0) return Choice.Because(Doubt.Cannot, []);
        if (WrongWord(mention) is { } wrong) return wrong;
        var unknown = mention.Words.Where(w => w.Kind == TokenKind.Word && !lab.Knows(w)).ToList();
        foreach (var i in Enumerable.Range(0, mention.Words.Count))
            if (mention.Words[i] is { Kind: TokenKind.Word } word && lab.Nearest(word, most: 2) is { } meant) mention.Words[i] = word with { Stem = meant };
        var near = lab.Things.Select(t => (Thing: t, Score: mention.Words.Sum(w => t.Fit(w)))).Where(t => t.Score > 0).OrderByDescending(t => t.Score).Select(t => t.Thing);
        return Choice.Because(Doubt.Unknown, near, unknown.Count > 0 ? string.Join(' ', unknown.Select(w => w.Raw)) : wanted.Say(mention.Words));
    }

    // "no modo turbo": all is known but the value.
    Choice? WrongWord(Mention mention)
    {
        if (!Ops.IsSetting(wanted.Op)) return null;
        foreach (var left in mention.Words.Where(w => w.Kind == TokenKind.Word))
        {
            var rest = new Mention();
            rest.Words.AddRange(mention.Words.Where(w => w != left));
            if (Fits(rest).FirstOrDefault(f => f.Doable.TakesWord && f.Nouns > 0) is { } fit) return Outside(fit);
        }
        return null;
    }
}
