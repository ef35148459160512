using Gemeo.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Gemeo.Access.Store;

/// <summary>Hears what others change in the PostgreSQL that holds keys, accounts and credentials (another server, or a person with psql), and takes it up at once.
/// A line that was lost is made anew each second, and then everything is looked at: what was said meanwhile nobody heard. Without a PostgreSQL nothing runs.</summary>
public sealed partial class AccessNews(IOptions<Settings> options, IEnumerable<IAccessMemory> memories, TimeProvider time, ILogger<AccessNews> log) : BackgroundService
{
    const string Channel = "gemeo_access";
    static readonly TimeSpan _between = TimeSpan.FromSeconds(1);

    string? _fault;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Database is not { } database) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await HearAsync(database, stoppingToken); }
            catch (Exception why) when (why is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                if (_fault != why.Message) Deaf(log, why.Message);
                _fault = why.Message;
            }
            await Task.Delay(_between, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task HearAsync(string database, CancellationToken cancel)
    {
        await using var db = new NpgsqlConnection(Line(database, out var schema));
        var told = true;
        db.Notification += (_, news) => told |= news.Payload == schema;
        await db.OpenAsync(cancel);
        await using (var listen = new NpgsqlCommand("listen " + Channel, db)) await listen.ExecuteNonQueryAsync(cancel);
        while (true)
        {
            if (told)
            {
                told = false;
                foreach (var memory in memories) await memory.RefreshAsync(cancel);
                _fault = null;
            }
            else await db.WaitAsync(cancel);
        }
    }

    // Of its own, and looked after: one that is dead without a word is noticed within seconds.
    static string Line(string database, out string schema)
    {
        var line = PostgresPlace.Of(database, out schema);
        (line.Pooling, line.KeepAlive, line.Timeout, line.CommandTimeout) = (false, 1, 3, 2);
        return line.ToString();
    }

    [LoggerMessage(1, LogLevel.Warning, "What others change about keys, accounts and devices is not heard now: {Why}")]
    static partial void Deaf(ILogger log, string why);
}
