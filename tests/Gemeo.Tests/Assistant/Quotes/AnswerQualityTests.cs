using Gemeo.Bench.Answers.Evaluation;
using Gemeo.Linguistics;
using Gemeo.Tests.Knowledge;

namespace Gemeo.Tests.Assistant.Quotes;

/// <summary>Floors under what <c>./dev bench answers</c> measures, a little below today's figures.</summary>
public sealed class AnswerQualityTests
{
    static CancellationToken Cancel => CancellationToken.None;

    [SharedFact("eval/faquad-dev.json")]
    public void Quotes_contain_the_answers_of_FaQuAD_and_what_is_missing_is_told()
    {
        using var faquad = new Faquad(SharedData.File("eval/faquad-dev.json")!, Cancel);
        var answers = faquad.Ask().ToList();
        Assert.All(answers, a => Assert.True(a.IsTrue, a.Answer.Text));
        Assert.InRange(answers.Average(a => a.Contains ? 1.0 : 0), .83, 1);
        Assert.InRange(Abstention.Of(answers).F1, .75, 1);
        Assert.InRange(OpenQuestions.OffTopic.Average(q => faquad.Ask(q.Text, q.Language).Answer.Citations.Count == 0 ? 1.0 : 0), .95, 1);
        Assert.InRange(answers.Select(a => a.Time).Order().ElementAt(answers.Count / 2), TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }

    [SharedFact("pdf/debian-reference.en.pdf")]
    public void Eight_of_ten_Portuguese_questions_are_answered_with_the_page_of_the_English_manual()
    {
        using var shelf = new Shelf();
        shelf.Add(SharedData.File("pdf/debian-reference.en.pdf")!, "debian-reference", Cancel);
        var answers = OpenQuestions.Debian.Select(q => OpenQuestions.Ask(q, shelf)).ToList();
        Assert.Equal(10, answers.Count);
        Assert.All(answers, a => Assert.True(a.IsTrue, a.Answer.Text));
        Assert.InRange(answers.Count(a => a.PageIsQuoted), 8, 10);
    }

    [Fact]
    public void The_demo_labs_documents_answer_across_languages()
    {
        using var shelf = new Shelf();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "labs", "demo", "documents"), "*.pdf")) shelf.Add(file, Path.GetFileNameWithoutExtension(file), Cancel);
        var answers = OpenQuestions.Demo.Select(q => OpenQuestions.Ask(q, shelf)).ToList();
        Assert.All(answers, a => Assert.True(a.IsTrue, a.Answer.Text));
        Assert.InRange(answers.Count(a => a.PageIsQuoted), 13, 20);
        Assert.Contains(answers, a => a is { WordsAreQuoted: true, Question.Language: Lang.Pt });
        Assert.Contains(answers, a => a is { WordsAreQuoted: true, Question.Language: Lang.En });
    }

    [SharedFact("pdf/ubuntu-packaging-guide.en.pdf")]
    public void Facts_in_one_language_are_found_by_questions_in_the_other_that_nothing_was_tuned_on()
    {
        var answers = Enum.GetValues<Lang>().SelectMany(asked =>
        {
            using var shelf = Across.Shelf(asked, Repository.Root, Path.Combine(SharedData.Folder!, "data"), Cancel);
            return Across.Questions(Across.Held, asked).Select(q => OpenQuestions.Ask(q, shelf)).ToList();
        }).ToList();
        Assert.Equal(20, answers.Count);
        Assert.All(answers, a => Assert.True(a.IsTrue, a.Answer.Text));
        Assert.InRange(answers.Count(a => a.PageIsQuoted), 13, 20);
    }
}
