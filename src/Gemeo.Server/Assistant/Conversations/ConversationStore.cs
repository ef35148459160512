using System.Data.Common;
using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Log;
using Microsoft.Extensions.Options;

namespace Gemeo.Assistant.Conversations;

/// <summary>What was said, in a file of its own beside the log or in two tables of its database: small, opened when first needed, and not part of what happened in the lab.
/// Each person sees only her own. Bounded in number and in length; the oldest goes.</summary>
public sealed class ConversationStore(IOptions<Settings> settings, TimeProvider time) : IDisposable
{
    public const int MostOfOne = 100, MostOfAll = 1000, MostMessages = 200;
    const int TitleLength = 80;

    readonly Lock _lock = new();
    DbConnection? _db;

    public string Begin(string owner, string firstWords)
    {
        var id = Guid.NewGuid().ToString("n");
        var title = firstWords.Length <= TitleLength ? firstWords : firstWords[..(char.IsHighSurrogate(firstWords[TitleLength - 1]) ? TitleLength - 1 : TitleLength)] + "…";
        Use(db =>
        {
            db.Run("insert into conversation values (@p1, @p2, @p3, @p4, @p4, @p5)", id, owner, title, time.Now(), Json(Standing.New));
            db.Run("delete from conversation where owner = @p1 and id not in (select id from conversation where owner = @p1 order by used desc, id limit @p2)", owner, MostOfOne);
            return db.Run("delete from conversation where id not in (select id from conversation order by used desc, id limit @p1)", MostOfAll);
        });
        return id;
    }

    public Standing? Find(string owner, string id) => Use(db =>
        db.Rows("select thread from conversation where id = @p1 and owner = @p2", id, owner).Select(r => JsonSerializer.Deserialize<Standing>(r.GetString(0), JsonStyle.Web)).FirstOrDefault());

    /// <summary>Adds to a conversation; nothing when it was deleted meanwhile.</summary>
    public void Add(string id, Message message, Standing? standing = null) => Use(db =>
    {
        if (db.Run("update conversation set used = @p2, thread = coalesce(@p3, thread) where id = @p1", id, Instant.Of(message.Time), standing is null ? null : Json(standing)) == 0) return 0;
        db.Run("insert into message (conversation, role, text, time, parts) values (@p1, @p2, @p3, @p4, @p5)", id, message.Role, message.Text, Instant.Of(message.Time), message.Parts?.GetRawText());
        return db.Run("delete from message where conversation = @p1 and n <= (select n from message where conversation = @p1 order by n desc limit 1 offset @p2)", id, MostMessages);
    });

    public IReadOnlyList<Conversation> Of(string owner, int limit) => Use(db => db.Rows(
        "select id, title, created, used, (select count(*) from message where conversation = c.id) from conversation c where owner = @p1 order by used desc, id limit @p2", owner, limit).Select(Read).ToArray());

    public (Conversation Conversation, IReadOnlyList<Message> Messages)? Read(string owner, string id) => Use<(Conversation, IReadOnlyList<Message>)?>(db =>
    {
        var found = db.Rows("select id, title, created, used, (select count(*) from message where conversation = c.id) from conversation c where id = @p1 and owner = @p2", id, owner).Select(Read).FirstOrDefault();
        if (found is null) return null;
        return (found, [.. db.Rows("select role, text, time, parts from message where conversation = @p1 order by n", id)
            .Select(r => new Message(r.GetString(0), r.GetString(1), Instant.At(r.GetInt64(2)), r.IsDBNull(3) ? null : JsonElement.Parse(r.GetString(3))))]);
    });

    public bool Delete(string owner, string id)
    {
        if (Use(db => db.Run("delete from conversation where id = @p1 and owner = @p2", id, owner)) == 0) return false;
        if (settings.Value.Database is null)
            lock (_lock) _db!.Run("pragma wal_checkpoint(truncate)"); // nor in the file beside it
        return true;
    }

    /// <summary>The newest messages, oldest first.</summary>
    public IReadOnlyList<Message> Last(string id, int limit) => Use(db => db.Rows("select role, text, time from message where conversation = @p1 order by n desc limit @p2", id, limit)
        .Select(r => new Message(r.GetString(0), r.GetString(1), Instant.At(r.GetInt64(2)))).Reverse().ToArray());

    static Conversation Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), Instant.At(row.GetInt64(2)), Instant.At(row.GetInt64(3)), row.GetInt32(4));

    static string Json(Standing standing) => JsonSerializer.Serialize(standing, JsonStyle.Web);

    // A few small statements for each message: one connection, one caller at a time. One that failed over a network is made anew.
    T Use<T>(Func<DbConnection, T> work)
    {
        lock (_lock)
        {
            try
            {
                var db = _db ??= Open();
                using var whole = db.BeginTransaction();
                var result = work(db);
                whole.Commit();
                return result;
            }
            catch (Exception why) when (why is DbException or InvalidOperationException { Source: "Npgsql" } or IOException)
            {
                if (settings.Value.Database is not null) Forget();
                throw new LogUnavailableException($"the conversations cannot be kept ({why.Message})", why);
            }
        }
    }

    DbConnection Open()
    {
        var side = ConversationTables.Side;
        if (settings.Value.Database is not { } database) return ConversationTables.InFile(Path.Combine(settings.Value.Data!, side.File));
        var db = ConversationTables.InDatabase(database);
        // What was said before there was a database goes along.
        side.CarryOverAsync(settings.Value.Data!, database, CancellationToken.None).GetAwaiter().GetResult();
        return db;
    }

    void Forget()
    {
        if (_db is Npgsql.NpgsqlConnection lost) Npgsql.NpgsqlConnection.ClearPool(lost);
        _db?.Dispose();
        _db = null;
    }

    public void Dispose()
    {
        lock (_lock) _db?.Dispose();
        GC.SuppressFinalize(this);
    }
}
