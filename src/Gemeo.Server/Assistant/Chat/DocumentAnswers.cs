using System.Runtime.CompilerServices;
using Gemeo.Assistant.Conversations;
using Gemeo.Assistant.Grounding;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Chat;

/// <summary>Finds passages for a question, best first.</summary>
public delegate Task<IReadOnlyList<Source>> FindSources(string question, int limit, CancellationToken cancel);

/// <param name="Before">What was said before in this conversation, oldest first; without the question itself.</param>
public sealed record DocumentQuestion(string Text, Lang Lang, IReadOnlyList<Message> Before, IReadOnlyList<Source> Sources);

/// <summary>Answers from what was found, and from nothing else; gives nothing at all when the answer is not there.</summary>
public delegate IAsyncEnumerable<ChatPart> AnswerFromSources(DocumentQuestion question, CancellationToken cancel);

/// <summary>Questions that are not of the live lab. Whoever finds and whoever writes are put in where the house is wired;
/// who writes sees to it that nothing is told of a document without a citation.</summary>
public sealed class DocumentAnswers(FindSources find, AnswerFromSources answer, ConversationStore conversations)
{
    const int Passages = 8, Remembered = 6;

    public async IAsyncEnumerable<ChatPart> Answer(string question, Lang lang, string conversation, [EnumeratorCancellation] CancellationToken cancel)
    {
        var sources = await find(question, Passages, cancel);
        var said = false;
        var before = conversations.Last(conversation, Remembered + 1).SkipLast(1).ToArray();
        await foreach (var part in answer(new(question, lang, before, sources), cancel))
        {
            said |= part is ChatPart.Text;
            yield return part;
        }
        if (!said) yield return new ChatPart.Text(lang == Lang.Pt ? "Não encontrei nos documentos." : "I did not find it in the documents.");
    }
}
