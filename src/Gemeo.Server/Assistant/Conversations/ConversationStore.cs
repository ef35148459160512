using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Log.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Gemeo.Assistant.Conversations;

/// <summary>What was said, in a file of its own beside the log: small, opened when first needed, and not part of what happened in the lab.
/// Each person sees only her own. Bounded in number and in length; the oldest goes.</summary>
public sealed class ConversationStore(IOptions<Settings> settings, TimeProvider time) : IDisposable
{
    public const int MostOfOne = 100, MostOfAll = 1000, MostMessages = 200;
    const int TitleLength = 80;

    const string Schema = """
        create table if not exists conversation (id text primary key, owner text not null, title text not null, created integer not null, used integer not null, thread text not null) without rowid;
        create index if not exists conversation_owner on conversation (owner, used);
        create table if not exists message (n integer primary key, conversation text not null references conversation (id) on delete cascade, role text not null, text text not null, time integer not null, parts text);
        create index if not exists message_conversation on message (conversation, n);
        """;

    readonly Lock _lock = new();
    SqliteConnection? _file;

    public string Begin(string owner, string firstWords)
    {
        var id = Guid.NewGuid().ToString("n");
        var title = firstWords.Length <= TitleLength ? firstWords : firstWords[..(char.IsHighSurrogate(firstWords[TitleLength - 1]) ? TitleLength - 1 : TitleLength)] + "…";
        Use(db =>
        {
            db.Run("insert into conversation values (?1, ?2, ?3, ?4, ?4, ?5)", id, owner, title, time.Now(), Json(Standing.New));
            db.Run("delete from conversation where owner = ?1 and id not in (select id from conversation where owner = ?1 order by used desc, id limit ?2)", owner, MostOfOne);
            return db.Run("delete from conversation where id not in (select id from conversation order by used desc, id limit ?1)", MostOfAll);
        });
        return id;
    }

    public Standing? Find(string owner, string id) => Use(db =>
        db.Rows("select thread from conversation where id = ?1 and owner = ?2", id, owner).Select(r => JsonSerializer.Deserialize<Standing>(r.GetString(0), JsonStyle.Web)).FirstOrDefault());

    /// <summary>Adds to a conversation; nothing when it was deleted meanwhile.</summary>
    public void Add(string id, Message message, Standing? standing = null) => Use(db =>
    {
        if (db.Run("update conversation set used = ?2, thread = coalesce(?3, thread) where id = ?1", id, Instant.Of(message.Time), standing is null ? null : Json(standing)) == 0) return 0;
        db.Run("insert into message (conversation, role, text, time, parts) values (?1, ?2, ?3, ?4, ?5)", id, message.Role, message.Text, Instant.Of(message.Time), message.Parts?.GetRawText());
        return db.Run("delete from message where conversation = ?1 and n <= (select n from message where conversation = ?1 order by n desc limit 1 offset ?2)", id, MostMessages);
    });

    public IReadOnlyList<Conversation> Of(string owner, int limit) => Use(db => db.Rows(
        "select id, title, created, used, (select count(*) from message where conversation = c.id) from conversation c where owner = ?1 order by used desc, id limit ?2", owner, limit).Select(Read).ToArray());

    public (Conversation Conversation, IReadOnlyList<Message> Messages)? Read(string owner, string id) => Use<(Conversation, IReadOnlyList<Message>)?>(db =>
    {
        var found = db.Rows("select id, title, created, used, (select count(*) from message where conversation = c.id) from conversation c where id = ?1 and owner = ?2", id, owner).Select(Read).FirstOrDefault();
        if (found is null) return null;
        return (found, [.. db.Rows("select role, text, time, parts from message where conversation = ?1 order by n", id)
            .Select(r => new Message(r.GetString(0), r.GetString(1), Instant.At(r.GetInt64(2)), r.IsDBNull(3) ? null : JsonElement.Parse(r.GetString(3))))]);
    });

    public bool Delete(string owner, string id)
    {
        if (Use(db => db.Run("delete from conversation where id = ?1 and owner = ?2", id, owner)) == 0) return false;
        lock (_lock) _file!.Run("pragma wal_checkpoint(truncate)"); // nor in the file beside it
        return true;
    }

    /// <summary>The newest messages, oldest first.</summary>
    public IReadOnlyList<Message> Last(string id, int limit) => Use(db => db.Rows("select role, text, time from message where conversation = ?1 order by n desc limit ?2", id, limit)
        .Select(r => new Message(r.GetString(0), r.GetString(1), Instant.At(r.GetInt64(2)))).Reverse().ToArray());

    static Conversation Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), Instant.At(row.GetInt64(2)), Instant.At(row.GetInt64(3)), row.GetInt32(4));

    static string Json(Standing standing) => JsonSerializer.Serialize(standing, JsonStyle.Web);

    // A few small statements for each message: one connection, one caller at a time.
    T Use<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            lock (_lock)
            {
                var db = _file ??= Open();
                using var whole = db.BeginTransaction();
                var result = work(db);
                whole.Commit();
                return result;
            }
        }
        catch (SqliteException why) { throw new LogUnavailableException($"the conversations cannot be kept ({why.Message})", why); }
    }

    SqliteConnection Open()
    {
        var path = Path.Combine(settings.Value.Data!, "assistant.db");
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true, DefaultTimeout = 5 }.ToString());
        try
        {
            db.Open();
            db.Run("pragma journal_mode = wal");
            db.Run("pragma secure_delete = on"); // what a person deleted shall not lie about in free pages
            db.Run(Schema);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        lock (_lock) _file?.Dispose();
        GC.SuppressFinalize(this);
    }
}
