using Gemeo.Knowledge.Search;
using Microsoft.Data.Sqlite;

namespace Gemeo.Bench.Retrieval;

/// <summary>The full-text index that comes with SQLite.</summary>
sealed class Fts5 : IDisposable
{
    readonly SqliteConnection _connection = new("Data Source=:memory:");
    readonly SqliteCommand _search;

    public Fts5(IEnumerable<Passage> passages)
    {
        _connection.Open();
        Execute("create virtual table chunks using fts5(text, tokenize = 'unicode61 remove_diacritics 2')");
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "insert into chunks(rowid, text) values ($id, $text)";
        var (id, text) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$text", SqliteType.Text));
        foreach (var passage in passages)
        {
            (id.Value, text.Value) = (passage.Id, passage.Text);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        _search = _connection.CreateCommand();
        _search.CommandText = "select rowid from chunks where chunks match $query order by bm25(chunks) limit 10";
        _search.Parameters.Add("$query", SqliteType.Text);
    }

    public int Search(string question)
    {
        _search.Parameters[0].Value = string.Join(" OR ", PlainBm25.Words(question).Select(w => $"\"{w}\""));
        using var reader = _search.ExecuteReader();
        var found = 0;
        while (reader.Read()) found++;
        return found;
    }

    void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }
}
