using System.Runtime.CompilerServices;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Model.Checking;
using Gemeo.Assistant.Model.Talking;
using Gemeo.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OllamaSharp;
using OllamaSharp.Models;

namespace Gemeo.Assistant.Model;

/// <summary>
/// The configured language model. A question is answered from passages and reading tools, each sentence checked before it is given.
/// It never gets an order, nor a tool that acts: orders are the recogniser's, from the person's own words.
/// </summary>
public sealed partial class LanguageModel : IDisposable
{
    const int MostRounds = 5;
    const int MostCalls = 8;
    // Beyond this a provider does not keep to the tokens it was allowed.
    const int LettersPerToken = 8;

    readonly AssistantSettings _settings;
    readonly Messages _messages;
    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly IChatClient? _client;

    internal LanguageModel(AssistantSettings settings, PromptBook prompts, TimeProvider time, ILogger<LanguageModel> log)
    {
        (_settings, _time, _log) = (settings, time, log);
        _messages = new(prompts, settings);
        _client = ModelClients.Chat(settings);
    }

    public static LanguageModel Of(IServiceProvider services) => new(services.GetRequiredService<IOptions<Settings>>().Value.Assistant,
        services.GetRequiredService<PromptBook>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<LanguageModel>>());

    /// <summary>False with no model configured: then ask nothing of it.</summary>
    public bool IsOn => _client is not null;

    /// <summary>Answers; ends with <see cref="ChatPart.Failed"/> when something else must.</summary>
    public async IAsyncEnumerable<ChatPart> Answer(ModelQuestion question, [EnumeratorCancellation] CancellationToken leaving = default)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_settings.Timeout), _time);
        var live = new LiveClaims(question.Text, question.Hearer.Lang);
        var check = new AnswerCheck(question.Sources, question.Hearer.Lang, live);
        var tools = new ReadingTools(question.Tools, live, _messages.RoomForTools);
        var messages = _messages.For(question);
        var letters = _settings.MaxTokens * LettersPerToken;
        for (var round = 1; ; round++)
        {
            // In the last round there is nothing left to call, so that it answers.
            await using var heard = Listen(messages, round < MostRounds ? tools.Shown : [], deadline.Token, leaving);
            var calls = new List<FunctionCallContent>();
            while (letters > 0 && await heard.Next())
            {
                calls.AddRange(heard.Current.Contents.OfType<FunctionCallContent>());
                letters -= heard.Current.Text.Length;
                foreach (var part in check.Add(heard.Current.Text)) yield return part;
            }
            var cut = letters <= 0 || heard.Finish == ChatFinishReason.Length;
            foreach (var part in check.End(cut || heard.Fault is not null)) yield return part;
            if (heard.Fault is { } fault)
            {
                Failed(fault, heard.Why);
                yield return fault.Part(check.Spoke);
                yield break;
            }
            if (cut && check.Spoke) yield return ModelFault.Cut;
            if (cut || calls.Count == 0 || round >= MostRounds) break;
            var (shown, late) = await Read(calls, tools, messages, deadline.Token, leaving);
            foreach (var part in shown) yield return part;
            if (late)
            {
                yield return ModelFault.Timeout.Part(check.Spoke);
                yield break;
            }
        }
        if (check.Dropped > 0) DroppedSentences(_log, check.Dropped);
        if (!check.Spoke) yield return (check.FoundNothing ? ModelFault.FoundNothing : ModelFault.Unsupported).Part(spoke: false);
    }

    async Task<(List<ChatPart> Shown, bool Late)> Read(List<FunctionCallContent> calls, ReadingTools tools, List<ChatMessage> messages, CancellationToken deadline, CancellationToken leaving)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(deadline, leaving);
        var shown = new List<ChatPart>();
        messages.Add(new(ChatRole.Assistant, [.. calls.Take(MostCalls)]));
        try
        {
            foreach (var call in calls.Take(MostCalls))
            {
                var (part, result) = await tools.Call(call, stopping.Token);
                shown.Add(part);
                messages.Add(new(ChatRole.Tool, [result]));
            }
        }
        catch (Exception) when (deadline.IsCancellationRequested && !leaving.IsCancellationRequested)
        {
            return (shown, true);
        }
        return (shown, false);
    }

    Listening Listen(List<ChatMessage> messages, IReadOnlyList<AITool> tools, CancellationToken deadline, CancellationToken leaving) =>
        new(_client ?? throw new InvalidOperationException("No model is configured."), messages, Options(tools), TimeSpan.FromSeconds(_settings.Silence), _time, deadline, leaving);

    ChatOptions Options(IReadOnlyList<AITool> tools)
    {
        var options = new ChatOptions { MaxOutputTokens = _settings.MaxTokens, Tools = tools.Count > 0 ? [.. tools] : null };
        // Ollama cuts what is beyond its context without a word, and the default one is small.
        return _settings.IsOllama() ? options.AddOllamaOption(OllamaOption.NumCtx, _settings.ContextTokens) : options;
    }

    // Not the message: providers repeat the key in it.
    void Failed(ModelFault fault, Exception? why) => NoAnswer(_log, fault.Code, why?.GetType().Name ?? "end of stream", _settings.Address().Host);

    public void Dispose() => _client?.Dispose();

    [LoggerMessage(1, LogLevel.Warning, "The language model at {Host} gave no answer: {Code} ({Kind}). It is answered without it.")]
    static partial void NoAnswer(ILogger log, string code, string kind, string host);

    [LoggerMessage(2, LogLevel.Information, "{Count} sentences of the language model were not shown: nothing bears them out.")]
    static partial void DroppedSentences(ILogger log, int count);
}
