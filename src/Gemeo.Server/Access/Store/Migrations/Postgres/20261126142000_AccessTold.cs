using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gemeo.Access.Store.Migrations.Postgres
{
    /// <summary>Whoever changes keys, accounts, sessions or credentials, by whatever means, is told to those who listen (<see cref="AccessNews"/>). No table changes.</summary>
    [DbContext(typeof(PostgresAccessDb))]
    [Migration("20261126142000_AccessTold")]
    public partial class AccessTold : Migration
    {
        static readonly string[] _tables = ["access_keys", "access_accounts", "access_sessions", "access_devices"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create function access_tell() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('gemeo_access', tg_table_schema);
                    return null;
                end $$
                """);
            foreach (var table in _tables)
                migrationBuilder.Sql($"create trigger access_told after insert or update or delete or truncate on {table} for each statement execute function access_tell()");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in _tables) migrationBuilder.Sql($"drop trigger access_told on {table}");
            migrationBuilder.Sql("drop function access_tell()");
        }
    }
}
