namespace Gemeo.Assistant.Conversations;

/// <summary>In one conversation one thing is said after another; different conversations do not wait for each other.</summary>
public sealed class Turns
{
    readonly Dictionary<string, (SemaphoreSlim Turn, int Waiting)> _all = [];

    public async Task<IDisposable> Take(string conversation, CancellationToken cancel)
    {
        SemaphoreSlim turn;
        lock (_all)
        {
            turn = _all.TryGetValue(conversation, out var known) ? known.Turn : new(1, 1);
            _all[conversation] = (turn, known.Waiting + 1);
        }
        try { await turn.WaitAsync(cancel); }
        catch
        {
            Leave(conversation);
            throw;
        }
        return new Taken(this, conversation);
    }

    void Leave(string conversation)
    {
        lock (_all)
        {
            var (turn, waiting) = _all[conversation];
            if (waiting == 1) _all.Remove(conversation);
            else _all[conversation] = (turn, waiting - 1);
        }
    }

    sealed class Taken(Turns turns, string conversation) : IDisposable
    {
        public void Dispose()
        {
            lock (turns._all) turns._all[conversation].Turn.Release();
            turns.Leave(conversation);
        }
    }
}
