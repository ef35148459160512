using Npgsql;

namespace Gemeo.Hosting;

/// <summary>Where in a PostgreSQL the house lives: a schema of its own, unless the connection string's search path names another.</summary>
static class PostgresPlace
{
    const string DefaultSchema = "gemeo";

    /// <param name="connection">As <c>Gemeo:Database</c> has it.</param>
    public static NpgsqlConnectionStringBuilder Of(string connection, out string schema)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        parts.SearchPath = string.IsNullOrWhiteSpace(parts.SearchPath) ? DefaultSchema : parts.SearchPath;
        parts.ApplicationName ??= "gemeo";
        schema = parts.SearchPath.Split(',')[0].Trim();
        return parts;
    }
}
