using System.Text;
using System.Text.RegularExpressions;
using Gemeo.Assistant.Grounding;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Sentences;

namespace Gemeo.Assistant.Model.Checking;

/// <summary>
/// Holds back what a model says until a sentence is whole, and lets it through only when it is borne out. With marks: by at least one of
/// the passages it names, with every number and every quotation in them; marks that are not borne out are taken away. Without a mark:
/// by what the reading tools gave. Everything else is dropped.
/// </summary>
sealed partial class AnswerCheck(IReadOnlyList<Source> sources, Lang language, LiveClaims live)
{
    readonly StringBuilder _held = new();
    bool _thinking;

    /// <summary>Whether a sentence was let through.</summary>
    public bool Spoke { get; private set; }

    /// <summary>Sentences that were dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>The model said that the passages do not answer.</summary>
    public bool FoundNothing { get; private set; }

    public IEnumerable<ChatPart> Add(string delta)
    {
        _held.Append(delta);
        return Release(atEnd: false);
    }

    /// <summary>Nothing follows; a sentence that was cut off is not one.</summary>
    public IEnumerable<ChatPart> End(bool cut = false)
    {
        var parts = Release(atEnd: !cut).ToList();
        _held.Clear();
        return parts;
    }

    IEnumerable<ChatPart> Release(bool atEnd)
    {
        SkipThoughts();
        if (_thinking) yield break;
        var text = Marks.Moved(_held.ToString());
        var sentences = Sentence.Split(text);
        var whole = atEnd ? sentences.Count : Marks.Whole(text, sentences);
        if (whole == 0) yield break;
        _held.Clear().Append(text.AsSpan(sentences[whole - 1].End));
        for (var i = 0; i < whole; i++)
        {
            var from = i == 0 ? 0 : sentences[i - 1].End;
            foreach (var part in Judge(text[from..sentences[i].Start], text.Substring(sentences[i].Start, sentences[i].Length))) yield return part;
        }
    }

    // Some servers pass a model's thoughts on between tags.
    void SkipThoughts()
    {
        var text = _held.ToString().TrimStart();
        if (!_thinking && !text.StartsWith("<think>", StringComparison.Ordinal)) return;
        var end = text.IndexOf("</think>", StringComparison.Ordinal);
        _thinking = end < 0;
        if (!_thinking) _held.Clear().Append(text.AsSpan(end + "</think>".Length).TrimStart());
    }

    IEnumerable<ChatPart> Judge(string gap, string sentence)
    {
        var (text, citations) = Checked(sentence);
        if (text is null)
        {
            Dropped++;
            FoundNothing |= Nothing().IsMatch(sentence);
            yield break;
        }
        yield return new ChatPart.Text((Spoke ? gap.Length > 0 ? gap : " " : "") + text);
        Spoke = true;
        foreach (var citation in citations) yield return new ChatPart.Cited(citation);
    }

    (string? Text, IReadOnlyList<Citation> Citations) Checked(string sentence)
    {
        var claim = Bullet().Replace(Marks.Without(sentence), "").Replace("*", "", StringComparison.Ordinal);
        var named = Marks.In(sentence);
        if (named.Count == 0) return (live.Allows(claim) ? sentence : null, []);
        if (LiveClaims.ClaimsDeed(claim)) return (null, []);
        var citations = named.Where(n => n >= 1 && n <= sources.Count)
            .Select(n => (Number: n, Span: Support.Of(claim, language, sources[n - 1]))).Where(n => n.Span is not null)
            .Select(n => Citation.Of(n.Number, sources[n.Number - 1], n.Span!.Value.Start, n.Span.Value.Length)).ToArray();
        if (citations.Length == 0 || !Figures.AllIn(claim, citations.Select(c => c.Quote))) return (null, []);
        if (!Support.Quotes(claim).All(q => citations.Any(c => Support.Has(sources[c.Number - 1], q)))) return (null, []);
        return (Marks.Only(sentence, [.. citations.Select(c => c.Number)]), citations);
    }

    [GeneratedRegex(@"^(?:[-*•–]|\d{1,2}[.)])\s+|^#+\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\bnão (?:encontrei|foi encontrad|há informaç|consta)|\b(?:did not|didn['’]t|could not|couldn['’]t) find\b|\bnot (?:found|in the documents)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();
}
