using Gemeo.Client;

namespace Gemeo.Cli.Live;

/// <summary>A link from its beginning: what prevents it the first time is a person's business, what comes later is the client's own.</summary>
static class Standing
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    /// <summary>Starts to follow; ends when the link stands.</summary>
    /// <exception cref="GemeoException">It does not, and why.</exception>
    public static async Task Begin(GemeoClient client, CancellationToken cancel)
    {
        var stands = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.StatusChanged += status =>
        {
            if (status.State == LinkState.Open) stands.TrySetResult();
            else if (status.State is LinkState.Waiting or LinkState.Refused) stands.TrySetException(status.Cause ?? new UnreachedException(status.Why ?? "/ws"));
        };
        client.Start();
        await stands.Task.WaitAsync(cancel);
    }

    /// <summary>Everything as it stands, in <see cref="GemeoClient.Things"/>: what <c>/ws</c> says first.</summary>
    public static async Task<GemeoClient> Snapshot(Session session, CancellationToken cancel)
    {
        // Security entries are rare, so hardly anything comes before we are gone.
        var client = session.Wire.Link(o => o.Kinds.Add("security"));
        var known = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.SnapshotTaken += _ => known.TrySetResult();
        try
        {
            await Begin(client, cancel).WaitAsync(_patience, session.Time, cancel);
            await known.Task.WaitAsync(_patience, session.Time, cancel);
            return client;
        }
        catch (TimeoutException why) { throw new UnreachedException("/ws time-out", why); }
        finally { client.Stop(); }
    }
}
