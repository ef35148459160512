using Gemeo.Linguistics.Words;

namespace Gemeo.Knowledge;

/// <summary>Whether two texts say the same in nearly the same words: they share four of five runs of three words.</summary>
public sealed class SameText(string text)
{
    const double Enough = .8;

    readonly HashSet<(string, string, string)> _runs = Runs(text);

    public bool IsNearly(SameText other)
    {
        var (less, more) = _runs.Count < other._runs.Count ? (_runs, other._runs) : (other._runs, _runs);
        if (less.Count < Enough * more.Count) return false;
        var shared = less.Count(more.Contains);
        return shared >= Enough * (less.Count + more.Count - shared);
    }

    static HashSet<(string, string, string)> Runs(string text)
    {
        var runs = new HashSet<(string, string, string)>();
        var (before, last) = ("", "");
        foreach (var word in WordReader.Read(text))
        {
            if (word.Joined) continue;
            runs.Add((before, last, word.Text));
            (before, last) = (last, word.Text);
        }
        return runs;
    }
}
