using System.Diagnostics;
using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Log;

/// <summary>Follows the log and keeps its roll-ups, in small steps between commits; after a restart it goes on where they stand.
/// On a log that has none yet (an old one) it works its way up from the oldest entry.</summary>
sealed class RollingUp(ILogRollups rollups, LogWriter writer, IOptions<Settings> settings, TimeProvider time) : BackgroundService
{
    const int AtOnce = 50_000;
    // Of a long way to go, most of the time is left to the commits.
    const int Rest = 10;
    const int RoundsBetweenPruning = 60;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        var round = 0;
        do
        {
            try
            {
                await FollowAsync(stoppingToken);
                if (round++ % RoundsBetweenPruning == 0) await PruneAsync(stoppingToken);
            }
            catch (LogUnavailableException) { /* the writer has said so; next minute */ }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task FollowAsync(CancellationToken cancel)
    {
        for (var more = true; more;)
        {
            var step = await Task.Run(() => rollups.Gather(AtOnce, cancel), cancel);
            var took = step.After == step.Through ? TimeSpan.Zero : await writer.RunAsync(_ => Keep(step), cancel);
            more = step.More;
            if (more) await Task.Delay(took * Rest, time, cancel);
        }
    }

    TimeSpan Keep(RollupStep step)
    {
        var began = Stopwatch.GetTimestamp();
        rollups.Keep(step);
        return Stopwatch.GetElapsedTime(began);
    }

    async Task PruneAsync(CancellationToken cancel)
    {
        foreach (var (grain, days) in settings.Value.Log.Rollups())
        {
            var before = time.Now() - (long)TimeSpan.FromDays(days).TotalMicroseconds;
            while (await writer.RunAsync(_ => rollups.Prune(grain, before), cancel)) { }
        }
    }
}
