using System.Text.RegularExpressions;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Model.Checking;

/// <summary>Judges sentences without a mark, which can only tell of what the reading tools gave.</summary>
sealed partial class LiveClaims(string question, Lang language)
{
    const double Enough = 0.5;
    readonly List<string> _given = [];

    /// <summary>What a reading tool gave.</summary>
    public void Give(string call, string result)
    {
        _given.Add(call);
        _given.Add(result);
    }

    /// <summary>Whether the sentence may be shown: its numbers stand in the results, its words in them or in the question, and it claims no deed.</summary>
    public bool Allows(string sentence)
    {
        if (_given.Count == 0 || ClaimsDeed(sentence)) return false;
        var texts = _given.Append(question).ToArray();
        if (!Figures.AllIn(sentence, texts, rounded: true)) return false;
        var meanings = Meanings.Of(sentence, language, language);
        if (meanings.Count == 0) return Figures.In(sentence).Count > 0;
        var other = language == Lang.Pt ? Lang.En : Lang.Pt;
        var (own, foreign) = (StemsOf(texts, language), StemsOf(texts, other));
        return Math.Max(meanings.Hits(own), Meanings.Of(sentence, language, other).Hits(foreign)) >= Enough * meanings.Count;
    }

    // Names of properties come as batteryLevel or battery-level.
    static HashSet<string> StemsOf(string[] texts, Lang language) => [.. texts.SelectMany(t => Meanings.StemsOf(Humps().Replace(t, " ").Replace('_', ' ').Replace('-', ' '), language))];

    /// <summary>"I turned it on", "liguei a luz": nothing was done here, whatever the model says. Of what was done before, the log gives a time or a number.</summary>
    public static bool ClaimsDeed(string sentence) => First().IsMatch(sentence) || (Passive().IsMatch(sentence) && !Time().IsMatch(sentence));

    // A number that stands for itself, not the 5 of 5G.
    [GeneratedRegex(@"\b\d+(?:[.,:h]\d+)*h?\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();

    [GeneratedRegex(@"\b(liguei|desliguei|acendi|apaguei|abri|fechei|tranquei|destranquei|ajustei|defini|configurei|aumentei|diminuí|reduzi|reiniciei|alterei|mudei|ativei|desativei|coloquei|executei|enviei|fiz|vou|irei)\b|^\W*(pronto|feito|done|ok|okay)\b|\bI(['’]ve| have|['’]ll| will)?( just| now| already)? (turn|switch|set|open|clos|lock|unlock|chang|increas|decreas|rais|lower|restart|activat|deactivat|disabl|enabl|adjust|dim|sent|send|execut|did|done|shut|start|stop)", RegexOptions.IgnoreCase)]
    private static partial Regex First();

    [GeneratedRegex(@"\b(foi|foram|has been|have been|was|were) (just |now |already |agora |já )?(ligad|desligad|acend|aces|apagad|abert|fechad|trancad|destrancad|ajustad|alterad|ativad|desativad|turned|switched|set|opened|closed|locked|unlocked|changed|activated|deactivated|disabled|enabled|adjusted|shut)", RegexOptions.IgnoreCase)]
    private static partial Regex Passive();
}
