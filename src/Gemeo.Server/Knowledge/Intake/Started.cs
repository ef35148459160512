namespace Gemeo.Knowledge.Intake;

static class Started
{
    /// <summary>Ends when the server's doors are open: nobody waits for the documents.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime life, CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
    }
}
