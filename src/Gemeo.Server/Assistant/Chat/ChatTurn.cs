using System.Text;
using System.Threading.Channels;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Conversations;
using Gemeo.Assistant.Grounding;

namespace Gemeo.Assistant.Chat;

/// <summary>What a person says, where, and as whom.</summary>
/// <param name="By">As their orders' commands will have it.</param>
/// <param name="Lang">The language to fall back on where the words are of both.</param>
/// <param name="Room">The room in which the person stands.</param>
public sealed record Heard(string Text, string Conversation, string By, Linguistics.Lang? Lang, string? Room);

/// <summary>One message and what is answered to it, while it is being answered.</summary>
public sealed class ChatTurn(Heard heard, Hearer hearer, Standing standing, ChannelWriter<ChatPart> to)
{
    const int MostText = 16_000;

    readonly StringBuilder _text = new();

    public Heard Heard => heard;
    public string By => heard.By;
    public Hearer Hearer => hearer;
    public Standing Standing { get; set; } = standing;
    public string Text => _text.ToString();

    /// <summary>What came beside the words.</summary>
    public List<ChatPart> Parts { get; } = [];

    public string Of(string pt, string en) => hearer.Of(pt, en);

    /// <summary>A sentence or a line of its own.</summary>
    public Task Say(string sentence) => Put(new ChatPart.Text(_text.Length == 0 ? sentence : "\n" + sentence));

    public Task Put(ChatPart part)
    {
        if (part is not ChatPart.Text text)
        {
            Parts.Add(part);
            return to.WriteAsync(part).AsTask();
        }
        var room = MostText - _text.Length;
        if (room <= 0) return Task.CompletedTask;
        var delta = text.Delta.Length <= room ? text.Delta : text.Delta[..(char.IsHighSurrogate(text.Delta[room - 1]) ? room - 1 : room)];
        _text.Append(delta);
        return to.WriteAsync(new ChatPart.Text(delta)).AsTask();
    }
}

/// <summary>The last part: the answer is whole and kept.</summary>
public sealed record Finished(string Conversation, Linguistics.Lang Lang, string Intent) : ChatPart;

/// <summary>The last part: it went no further.</summary>
public sealed record Broken(Hosting.Fault Fault, string? Detail) : ChatPart;
