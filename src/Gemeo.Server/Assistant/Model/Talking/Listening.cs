using Microsoft.Extensions.AI;

namespace Gemeo.Assistant.Model.Talking;

/// <summary>One request to the model, listened to until it ends, goes wrong, or says nothing for too long.</summary>
sealed class Listening : IAsyncDisposable
{
    readonly CancellationTokenSource _silence;
    readonly CancellationTokenSource _ending;
    readonly CancellationToken _leaving;
    readonly TimeSpan _patience;
    readonly IAsyncEnumerable<ChatResponseUpdate> _said;
    IAsyncEnumerator<ChatResponseUpdate>? _updates;

    /// <param name="deadline">Ends with the time for the whole answer.</param>
    /// <param name="leaving">Ends when nobody listens any more.</param>
    public Listening(IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions options, TimeSpan patience, TimeProvider time, CancellationToken deadline, CancellationToken leaving)
    {
        (_patience, _leaving) = (patience, leaving);
        _silence = new(patience, time);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, deadline, leaving);
        _said = client.GetStreamingResponseAsync(messages, options, _ending.Token);
    }

    public ChatResponseUpdate Current => _updates!.Current;

    /// <summary>Why it ended before its time.</summary>
    public ModelFault? Fault { get; private set; }

    public Exception? Why { get; private set; }

    public ChatFinishReason? Finish { get; private set; }

    /// <returns>False when it ended, well or with a fault.</returns>
    public async ValueTask<bool> Next()
    {
        try
        {
            TakenBack.On(_ending.Token);
            _updates ??= _said.GetAsyncEnumerator(_ending.Token);
            if (await _updates.MoveNextAsync())
            {
                Finish ??= Current.FinishReason;
                _silence.CancelAfter(_patience);
                return true;
            }
            // OllamaSharp ends a stream that was cancelled as if it were over.
            _leaving.ThrowIfCancellationRequested();
            // A stream that stops without saying that it is done was cut off.
            Fault = _ending.IsCancellationRequested ? ModelFault.Timeout : Finish is null ? ModelFault.Dropped : null;
        }
        catch (Exception why) when (!_leaving.IsCancellationRequested)
        {
            (Why, Fault) = (why, _ending.IsCancellationRequested ? ModelFault.Timeout : ModelFault.Of(why));
        }
        catch (Exception) when (_leaving.IsCancellationRequested)
        {
            throw new OperationCanceledException(_leaving);
        }
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever stops listening in the middle takes the request back.
        await _ending.CancelAsync();
        try
        {
            if (_updates is not null) await _updates.DisposeAsync();
        }
        catch (Exception) when (Fault is not null || _leaving.IsCancellationRequested) { }
        _ending.Dispose();
        _silence.Dispose();
    }
}
