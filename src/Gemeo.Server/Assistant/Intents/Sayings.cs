using System.Collections.Frozen;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents;

/// <summary>Sayings that are all of what is said: yes, no, thanks, help.</summary>
static class Sayings
{
    static readonly FrozenSet<Sense> _around = new[] { Sense.Please, Sense.Address, Sense.Hello, Sense.Now }.ToFrozenSet();

    /// <summary>In order of who wins: no before yes.</summary>
    static readonly (Sense Sense, Func<Intent> Make)[] _all =
    [
        (Sense.SayCancel, () => new Intent.Cancel()),
        (Sense.SayUndo, () => new Intent.Undo()),
        (Sense.SayConfirm, () => new Intent.Confirm()),
        (Sense.SayHelp, () => new Intent.Help()),
        (Sense.SayWho, () => new Intent.SmallTalk(Talk.WhoAreYou)),
        (Sense.SayWell, () => new Intent.SmallTalk(Talk.HowAreYou)),
        (Sense.SayThanks, () => new Intent.SmallTalk(Talk.Thanks)),
        (Sense.SayBye, () => new Intent.SmallTalk(Talk.Bye)),
        (Sense.SayHello, () => new Intent.SmallTalk(Talk.Hello)),
    ];

    public static Intent? Of(Sentence sentence, LabNames lab, List<Evidence> evidence)
    {
        var whole = sentence.Whole;
        foreach (var (sense, make) in _all)
            if (Fills(whole, sense))
            {
                evidence.Add(sentence.Evidence(0, sentence.Tokens.Count, sense.ToString()));
                // "sim?" asks whether; so it confirms nothing.
                var acts = sense is Sense.SayConfirm or Sense.SayUndo;
                return acts && !IsPlain(sentence) ? new AskBack(lab, sentence).Plain(Doubt.Asked) : make();
            }
        return null;
    }

    static bool IsPlain(Sentence sentence) => !sentence.Utterance.Asks && !sentence.Utterance.IsTooLong
        && !sentence.Utterance.Has(TokenKind.Quote) && !sentence.Utterance.Has(TokenKind.Strange);

    static bool Fills(Clause clause, Sense sense)
    {
        var found = false;
        for (var i = clause.From; i < clause.To;)
        {
            var said = clause.In.Length(i, sense);
            if (said == 0 && clause.In.Tokens[i].IsWord) said = -clause.In.Longest(i, _around).Length;
            if (said == 0 && clause.In.Tokens[i].IsWord) return false;
            found |= said > 0;
            i += Math.Max(1, Math.Abs(said));
        }
        return found;
    }
}
