using System.Runtime.CompilerServices;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Conversations;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Mcp;
using Gemeo.Assistant.Model;
using Gemeo.Assistant.Quotes;
using Gemeo.Hosting;
using Gemeo.Labs;

namespace Gemeo.Assistant.Chat;

/// <summary>Writes the answer from what was found: the model where there is one, in its own words and each borne out; quotes where there is none, or when it fails.</summary>
public sealed class DocumentWriter(LanguageModel model, ModelTools tools, LabHost host, TimeProvider time)
{
    readonly Lazy<Quoter> _quoter = new();

    public async IAsyncEnumerable<ChatPart> Write(DocumentQuestion question, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (model.IsOn)
        {
            ChatPart? last = null;
            await foreach (var part in model.Answer(ForModel(question), cancel)) yield return last = part;
            // What it said before it failed was checked, and stays.
            if (last is not ChatPart.Failed { Spoke: false }) yield break;
        }
        foreach (var part in Quoted(question)) yield return part;
    }

    IEnumerable<ChatPart> Quoted(DocumentQuestion question)
    {
        var (text, citations) = _quoter.Value.Answer(question.Text, question.Lang, question.Sources);
        yield return new ChatPart.Text(text);
        foreach (var citation in citations) yield return new ChatPart.Cited(citation);
    }

    ModelQuestion ForModel(DocumentQuestion question) =>
        new(question.Text, new Hearer(question.Lang, time.GetUtcNow(), host.Lab.TimeZone), Language.Pick(host.Lab.Name, PartJson.Tag(question.Lang)) ?? "Gêmeo")
        {
            History = [.. question.Before.Select(m => new Turn(m.Role == Message.Person, m.Text))],
            Sources = question.Sources,
            Tools = tools.All,
        };
}
