using System.Collections.Immutable;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Questions;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Times;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents;

/// <summary>What a person says, and where and when they say it.</summary>
/// <param name="Lang">The language of the conversation, for words that are of both.</param>
/// <param name="Room">The room in which the person stands, when that is known.</param>
public sealed record Asking(string Text, DateTimeOffset Now, Lang? Lang = null, string? Room = null)
{
    /// <summary>Ids of the things last spoken of: what "it" means.</summary>
    public ImmutableArray<string> Recent { get; init; } = [];
}

/// <summary>Recognises, without any model, what a person wants of the live lab. Made once for a lab; pure, and safe to share.</summary>
/// <remarks>
/// The law: a question never acts. A text is an order only when each of its clauses begins with a verb that orders and every
/// word in it has a reason; whatever is not understood, negated, conditional, told of somebody or asked is not done.
/// </remarks>
public sealed class Recogniser
{
    readonly LabNames _lab;
    readonly Vocabulary _vocabulary = Vocabulary.Shipped;

    public Recogniser(Lab lab) => _lab = new(lab, _vocabulary);

    public Intent Recognise(Asking asking)
    {
        var utterance = Utterance.Read(asking.Text);
        var lang = LanguageGuess.Of(utterance, _lab, asking.Lang);
        var sentence = new Sentence(utterance, lang, _vocabulary, _lab.KnowsWord);
        var evidence = new List<Evidence>();
        var intent = Of(sentence, asking, evidence);
        return intent with { Lang = lang, Evidence = [.. evidence.OrderBy(e => e.Start)] };
    }

    Intent Of(Sentence sentence, Asking asking, List<Evidence> evidence)
    {
        if (!sentence.Tokens.Any(t => t.IsWord)) return new AskBack(_lab, sentence).Plain(Doubt.Empty);
        if (Sayings.Of(sentence, _lab, evidence) is { } saying) return saying;
        var calendar = new Calendar(asking.Now, _lab.Lab.TimeZone);
        return new Commands(_lab, sentence, asking, calendar, evidence).Read()
            ?? new QuestionReader(_lab, sentence.Whole, calendar, _lab.Of(asking.Recent), evidence).Read();
    }
}
