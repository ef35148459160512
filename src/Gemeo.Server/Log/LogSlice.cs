using Gemeo.Hosting;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Microsoft.Extensions.Options;

namespace Gemeo.Log;

/// <summary>The one log: store, writer, tail, follower, retention.</summary>
public static class LogSlice
{
    public static IServiceCollection AddLog(this IServiceCollection services)
    {
        services.AddSingleton<ILogDatabase>(s => Open(s.GetRequiredService<IOptions<Settings>>().Value));
        services.AddSingleton<ILogStore>(s => s.GetRequiredService<ILogDatabase>());
        services.AddSingleton(s => s.GetRequiredService<ILogDatabase>().Figures);
        services.AddSingleton(s => s.GetRequiredService<ILogDatabase>().Series);
        services.AddSingleton(s => s.GetRequiredService<ILogDatabase>().Past);
        services.AddSingleton(s => s.GetRequiredService<ILogDatabase>().Rollups);
        services.AddSingleton(s => new LogTail(s.GetRequiredService<ILogStore>().Head));
        services.AddSingleton<LogWriter>().AddSingleton<Follower>();
        return services.AddHostedService<RollingUp>().AddHostedService<Retention>().AddHostedService<Pulse>();
    }

    static ILogDatabase Open(Settings settings) => settings.Database is { } database ? new PostgresStore(database) : new SqliteStore(settings.Data!);
}

/// <summary>Forgets what is older than the setting says, a little at a time, between commits, and nothing that is not rolled up yet.</summary>
sealed class Retention(LogWriter writer, ILogRollups rollups, IOptions<Settings> settings, TimeProvider time) : BackgroundService
{
    const int AtOnce = 5000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Value.Log.RetentionDays <= 0) return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            try { await PruneAsync(stoppingToken); }
            catch (LogUnavailableException) { /* the writer has said so; next minute */ }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task PruneAsync(CancellationToken cancel)
    {
        var before = time.Now() - (long)TimeSpan.FromDays(settings.Value.Log.RetentionDays).TotalMicroseconds;
        while (await writer.RunAsync(store => store.Prune(before, AtOnce, rollups.Through), cancel) >= AtOnce) { }
    }
}

/// <summary>Wakes followers that wait about once a second, so that each can send its heartbeat or leave; and looks as often whether a log that failed is well again.</summary>
sealed class Pulse(LogTail tail, LogWriter writer, IOptions<Settings> settings, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var every = TimeSpan.FromSeconds(Math.Min(1, settings.Value.Live.Heartbeat / 2));
        using var timer = new PeriodicTimer(every, time);
        stoppingToken.Register(tail.Pulse);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            tail.Pulse();
            if (writer.Fault is not null) _ = writer.ProbeAsync(stoppingToken);
        }
    }
}
