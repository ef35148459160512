using System.Collections.Frozen;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Reading;

/// <summary>Cuts a sentence where another thing is said: at stops, and before "and" with a verb.</summary>
static class Clauses
{
    static readonly FrozenSet<Sense> _joints = new[] { Sense.And }.ToFrozenSet();
    // No article and no preposition: "para acender a luz" says what for.
    public static readonly FrozenSet<Sense> BeforeVerb = new[] { Sense.Filler, Sense.Please, Sense.Hello, Sense.Address, Sense.Now, Sense.Wish, Sense.And }.ToFrozenSet();
    static readonly FrozenSet<Sense> _tells = new[] { Sense.Tell, Sense.ListVerb, Sense.DocumentVerb, Sense.Notify }.ToFrozenSet();

    // "para que serve", "para quantos graus": no form of parar
    static readonly FrozenSet<Sense> _why = new[] { Sense.Why, Sense.Definition, Sense.HowLong, Sense.Who, Sense.Which, Sense.HowMany, Sense.HowMuch }.ToFrozenSet();

    public static List<Clause> Of(Sentence sentence, Verbs verbs)
    {
        var clauses = new List<Clause>();
        var (start, lent) = (0, (VerbMatch?)null);
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            var hard = sentence.Tokens[i].Kind is TokenKind.Stop or TokenKind.Colon or TokenKind.Question or TokenKind.Quote or TokenKind.Strange;
            var clause = new Clause(sentence, start, i) { Lent = lent };
            var isJoint = !hard && IsJoint(sentence, i) && i > start;
            var gap = isJoint ? Gap(clause, verbs) : null;
            if (!hard && !(isJoint && (gap is not null || Begins(sentence, i, verbs)))) continue;
            Add(clauses, clause);
            (start, lent) = (hard ? i + 1 : i, gap);
        }
        Add(clauses, new(sentence, start, sentence.Tokens.Count) { Lent = lent });
        return clauses;
    }

    /// <summary>"turn the AC off and the lamp on": the second clause has the first one's verb.</summary>
    static VerbMatch? Gap(Clause before, Verbs verbs)
    {
        if (Head(before, verbs) is not { Verb: { Particle: not null, Lang: Lang.En } verb }) return null;
        var sentence = before.In;
        var end = before.To + 1;
        while (end < sentence.Tokens.Count && sentence.Tokens[end].IsWord && !sentence.Is(end, Sense.And)) end++;
        for (var i = end - 1; i > before.To + 1; i--)
        {
            if (verbs.OfLemma(Lang.En, $"{verb.Lemma.Split(' ')[0]} {sentence.Tokens[i].Text}") is { } lent)
                return new(lent, VerbForm.Order, i, 1, i) { Begin = before.To };
            if (sentence.Longest(i, BeforeVerb).Length == 0) return null;
        }
        return null;
    }

    /// <summary>The verb with which a clause orders something; null when it does not begin with one.</summary>
    public static VerbMatch? Head(Clause clause, Verbs verbs)
    {
        if (clause.Lent is not null) return clause.Lent;
        var at = clause.After(clause.From, BeforeVerb);
        if (at >= clause.To || IsTell(clause.In, at) || clause.In.Is(at, Sense.Negation) || clause.In.Longest(at, _why).Length > 1) return null;
        if (clause.In.Is(at, Sense.Preposition) && at + 1 < clause.To && clause.In.Longest(at + 1, _why).Length > 0) return null;
        var wished = clause.Places.TakeWhile(i => i < at).Any(i => clause.In.Is(i, Sense.Wish));
        return Orders(clause, at, verbs).FirstOrDefault(m => m.Form != VerbForm.Wish || wished);
    }

    /// <summary>A verb that could order something, anywhere: behind "can you", "don't", "if".</summary>
    /// <param name="any">Also verbs that nothing in a lab does, such as "touch".</param>
    /// <param name="asked">Behind "would you mind" the forms differ: turning off, have it turned off.</param>
    public static VerbMatch? Hidden(Clause clause, Verbs verbs, bool any, bool asked)
    {
        foreach (var i in clause.Places)
            // "a mais baixa" is no form of baixar.
            if (clause.In.Tokens[i].IsWord && !IsTell(clause.In, i) && clause.In.Tokens[Math.Max(clause.From, i - 1)].Text is not ("mais" or "menos")
                && !clause.In.Is(i, Sense.Preposition)
                && Orders(clause, i, verbs, asked).FirstOrDefault(m => any || m.Verb.Op is not (Ops.Touch or Ops.Run)) is { } verb) return verb;
        return null;
    }

    public static bool IsTell(Sentence sentence, int i) => sentence.Longest(i, _tells).Length > 0;

    /// <summary>Where a question begins that is put as an order: "me diga".</summary>
    public static int? TellAt(Clause clause)
    {
        foreach (var i in clause.Places)
            if (IsTell(clause.In, i)) return i;
        return null;
    }

    static IEnumerable<VerbMatch> Orders(Clause clause, int at, Verbs verbs, bool asked = false) =>
        verbs.At(clause.In.Lang, clause.In.Tokens, at, clause.To).Where(m => m.Form is VerbForm.Order or VerbForm.Infinitive or VerbForm.Wish
            || (asked && clause.In.Lang == Lang.En && m.Form is VerbForm.Gerund or VerbForm.Participle));

    static bool IsJoint(Sentence sentence, int i) => sentence.Tokens[i].Kind == TokenKind.Comma || sentence.Is(i, Sense.And);

    static bool Begins(Sentence sentence, int i, Verbs verbs)
    {
        var rest = new Clause(sentence, i, sentence.Tokens.Count);
        var at = sentence.Tokens[i].Kind == TokenKind.Comma ? i + 1 : i;
        at = new Clause(sentence, at, sentence.Tokens.Count).After(at, BeforeVerb);
        return at < sentence.Tokens.Count && (IsTell(sentence, at) || Orders(rest, at, verbs).Any());
    }

    static void Add(List<Clause> clauses, Clause clause)
    {
        while (!clause.IsEmpty && clause.In.Tokens[clause.From].Kind == TokenKind.Comma) clause = clause with { From = clause.From + 1 };
        if (!clause.IsEmpty && clause.In.Longest(clause.From, _joints).Length is var and && clause.Places.Any(i => i >= clause.From + and && clause.In.Tokens[i].IsWord))
            clauses.Add(clause);
    }
}
