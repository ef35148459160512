using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Quotes;
using Gemeo.Linguistics;

namespace Gemeo.Bench.Answers.Evaluation;

/// <param name="Words">What the page says that answers, all of it.</param>
sealed record OpenQuestion(Lang Language, string Text, string[] Words);

/// <param name="PageIsQuoted">Whether a quote is from a page that has the words.</param>
/// <param name="WordsAreQuoted">Whether the quotes have them.</param>
/// <param name="IsTrue">Whether every quote stands on its page, at its place.</param>
sealed record OpenAnswer(OpenQuestion Question, Grounded Answer, bool PageIsQuoted, bool WordsAreQuoted, bool IsTrue);

/// <summary>Our own questions over real documents.</summary>
static class OpenQuestions
{
    const int Found = 10;

    /// <summary>Portuguese, over the English manual.</summary>
    public static List<OpenQuestion> Debian => [.. Texts.Rows("debian.tsv").Select(r => new OpenQuestion(Lang.Pt, r[1], r[0].Split('|')))];

    /// <summary>Over the demo lab's documents, each in the language that its answer is not in.</summary>
    public static List<OpenQuestion> Demo => [.. Texts.Rows("demo.tsv").Select(r => new OpenQuestion(Language(r[0]), r[4], r[3].Split('|')))];

    /// <summary>What none of the documents answers.</summary>
    public static List<OpenQuestion> OffTopic => [.. Texts.Rows("off-topic.tsv").Select(r => new OpenQuestion(Language(r[0]), r[1], []))];

    public static OpenAnswer Ask(OpenQuestion question, Shelf shelf)
    {
        var answer = new Quoter().Answer(question.Text, question.Language, shelf.Find(question.Text, question.Language, Found));
        return new(question, answer, answer.Citations.Any(c => question.Words.All(Has(shelf.Page(c.Name, c.Page)))),
            answer.Citations.Count > 0 && question.Words.All(Has(string.Join('\n', answer.Citations.Select(c => c.Quote)))), answer.Citations.All(shelf.IsTrue));
    }

    static Func<string, bool> Has(string text) => word => Texts.Plain(text).Contains(Texts.Plain(word), StringComparison.Ordinal);

    public static Lang Language(string name) => name == "pt" ? Lang.Pt : Lang.En;
}
