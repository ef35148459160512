using Microsoft.EntityFrameworkCore.Design;

namespace Gemeo.Knowledge.Library;

/// <summary>What <c>dotnet ef migrations add Name --context SqliteKnowledgeDb --output-dir Knowledge/Library/Migrations/Sqlite</c> makes its context of; opens nothing.</summary>
sealed class SqliteKnowledgeDesign : IDesignTimeDbContextFactory<SqliteKnowledgeDb>
{
    public SqliteKnowledgeDb CreateDbContext(string[] args) => new(KnowledgeTables.Sqlite("Data Source=:memory:"));
}

/// <summary>The same for <c>--context PostgresKnowledgeDb --output-dir Knowledge/Library/Migrations/Postgres</c>.</summary>
sealed class PostgresKnowledgeDesign : IDesignTimeDbContextFactory<PostgresKnowledgeDb>
{
    public PostgresKnowledgeDb CreateDbContext(string[] args) => new(KnowledgeTables.Postgres("Host=design", null));
}
