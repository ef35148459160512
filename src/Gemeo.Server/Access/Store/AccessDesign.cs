using Microsoft.EntityFrameworkCore.Design;

namespace Gemeo.Access.Store;

/// <summary>What <c>dotnet ef migrations add Name --context SqliteAccessDb --output-dir Access/Store/Migrations/Sqlite</c> makes its context of; opens nothing.</summary>
sealed class SqliteAccessDesign : IDesignTimeDbContextFactory<SqliteAccessDb>
{
    public SqliteAccessDb CreateDbContext(string[] args) => new(AccessStore.Sqlite("Data Source=:memory:"));
}

/// <summary>The same for <c>--context PostgresAccessDb --output-dir Access/Store/Migrations/Postgres</c>.</summary>
sealed class PostgresAccessDesign : IDesignTimeDbContextFactory<PostgresAccessDb>
{
    public PostgresAccessDb CreateDbContext(string[] args) => new(AccessStore.Postgres("Host=design", null));
}
