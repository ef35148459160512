namespace Gemeo.UnityStubs;

// As Unity's: what is posted runs on the main thread, what was there when the turn began.
sealed class MainThread : SynchronizationContext
{
    readonly object _gate = new();
    List<(SendOrPostCallback Call, object State)> _coming = [];
    List<(SendOrPostCallback Call, object State)> _turn = [];

    public override void Post(SendOrPostCallback d, object state)
    {
        lock (_gate) _coming.Add((d, state));
    }

    public override void Send(SendOrPostCallback d, object state) => throw new NotSupportedException("nobody waits for the main thread");

    public override SynchronizationContext CreateCopy() => this;

    public void Run()
    {
        lock (_gate) (_coming, _turn) = (_turn, _coming);
        for (var n = 0; n < _turn.Count; n++)
        {
            var (call, state) = _turn[n];
            try { call(state); }
            catch (Exception why) { Player.Logs.Enqueue(why); }
        }
        _turn.Clear();
    }

    // A compile while playing: whoever waited is no more.
    public void Forget()
    {
        lock (_gate) _coming.Clear();
    }
}
