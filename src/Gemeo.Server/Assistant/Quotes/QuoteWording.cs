using System.Text;
using System.Text.RegularExpressions;
using Gemeo.Assistant.Grounding;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Quotes;

/// <summary>The words around quotes, in the question's language.</summary>
static partial class QuoteWording
{
    // Below this the nearest passage has nothing to do with the question, and is not worth a look.
    const double WorthALook = .15;

    public static string Nothing(Lang language, IReadOnlyList<Source> sources)
    {
        var nothing = language == Lang.Pt ? "Não encontrei nos documentos." : "I did not find it in the documents.";
        if (sources.Count == 0 || sources[0].Score < WorthALook) return nothing;
        var (name, page) = (Plain(sources[0].Name), sources[0].Page);
        return nothing + (language == Lang.Pt ? $" O mais próximo é “{name}”, p. {page}, que não parece responder." : $" The nearest is “{name}”, p. {page}, which does not seem to answer.");
    }

    /// <param name="told">The language of each quote.</param>
    public static string Found(Lang language, IReadOnlyList<Citation> citations, IReadOnlyList<Lang> told)
    {
        var isOnePlace = citations.All(c => c.Document == citations[0].Document && c.Page == citations[0].Page);
        var text = new StringBuilder(language == Lang.Pt ? "Encontrei " : "I found this in ")
            .Append(isOnePlace ? In(language, Place(language, citations[0], told[0])) : language == Lang.Pt ? "nos documentos" : "the documents").Append(':');
        for (var i = 0; i < citations.Count; i++)
        {
            text.Append("\n“").Append(Plain(citations[i].Quote)).Append("” [").Append(citations[i].Number).Append(']');
            if (!isOnePlace) text.Append(" — ").Append(Place(language, citations[i], told[i]));
        }
        return text.ToString();
    }

    static string In(Lang language, string place) => language == Lang.Pt ? "em " + place : place;

    static string Place(Lang language, Citation citation, Lang told) =>
        $"“{Plain(citation.Name)}”, p. {citation.Page}" + (told == language ? "" : language == Lang.Pt ? " (em inglês)" : " (in Portuguese)");

    // On one line; and a paper's own [3] must not be taken for a mark of ours. The citation itself keeps every letter.
    static string Plain(string text) => OtherMarks().Replace(string.Join(' ', text.Split((char[])['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), "($1)");

    [GeneratedRegex(@"\[(\d[\d,;\s–-]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherMarks();
}
