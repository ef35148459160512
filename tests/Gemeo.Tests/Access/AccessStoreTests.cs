using Gemeo.Access.Store;
using Gemeo.Hosting;
using Gemeo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace Gemeo.Tests.Access;

/// <summary>What people edit about access, the same on both databases.</summary>
public abstract class AccessStoreCompliance : IDisposable
{
    protected string Data { get; } = Folder.New("access");
    protected abstract string? Database { get; }

    AccessStore Store() => new(Options.Create(new Settings { Data = Data, Database = Database }));

    [Fact]
    public async Task What_was_stored_is_there_when_it_is_opened_again()
    {
        await using (var db = await Store().OpenAsync(default))
        {
            db.Keys.Add(new ApiKey { Id = "k1", Name = "painel", Hash = [1, 2, 3], Role = "viewer", Scope = "room:bancada", Created = 42 });
            db.Devices.Add(new DeviceCredential { User = "lampada", PasswordHash = "$7$", Things = "lampada-bancada" });
            await db.SaveChangesAsync();
        }
        await using var again = await Store().OpenAsync(default);
        var key = await again.Keys.SingleAsync();
        Assert.Equal(("painel", "viewer", "room:bancada", 42L, null), (key.Name, key.Role, key.Scope, key.Created, key.Revoked));
        Assert.Equal([1, 2, 3], key.Hash);
        Assert.Equal("lampada-bancada", (await again.Devices.SingleAsync()).Things);
    }

    [Fact]
    public async Task Two_that_open_it_for_the_first_time_at_once_both_find_its_tables()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await Store().OpenAsync(default)));
        foreach (var db in opened)
        {
            Assert.Empty(await db.Keys.ToListAsync());
            await db.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_tables_are_those_that_the_code_means()
    {
        await using var db = await Store().OpenAsync(default);
        Assert.False(db.Database.HasPendingModelChanges(), "a change of the rows needs a migration for both databases: dotnet ef migrations add");
    }

    protected virtual void Wipe() { }

    public void Dispose()
    {
        Wipe();
        Directory.Delete(Data, true);
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteAccessStoreTests : AccessStoreCompliance
{
    protected override string? Database => null;

    [Fact]
    public void A_lab_that_never_had_a_key_has_no_file_for_them()
    {
        Assert.False(new AccessStore(Options.Create(new Settings { Data = Data })).Exists);
        Assert.Empty(Directory.GetFiles(Data));
    }
}

public sealed class PostgresAccessStoreTests : AccessStoreCompliance
{
    readonly string _schema = Postgres.Shared.Schema();

    [Fact]
    public async Task A_server_that_has_stopped_leaves_no_connection_behind()
    {
        var name = "leaves-" + Guid.NewGuid().ToString("n");
        // Idle ones would stay long enough to be found.
        await using (var server = await TestServer.Start(args: $"--Gemeo:Database={_schema};Application Name={name};Connection Idle Lifetime=300"))
        {
            Assert.Equal(200, (await server.Send(HttpMethod.Get, "/access/keys")).Status);
            Assert.Equal(200, (await server.Send(HttpMethod.Get, "/documents")).Status);
            Assert.NotEqual(0, await Connections(name));
        }
        await Wait.For(async () => await Connections(name) == 0 ? "" : null, "the last connection to close");
    }

    async Task<long> Connections(string name)
    {
        await using var db = new NpgsqlConnection(_schema + ";Pooling=false");
        await db.OpenAsync();
        await using var count = new NpgsqlCommand("select count(*) from pg_stat_activity where application_name = $1", db) { Parameters = { new() { Value = name } } };
        return (long)(await count.ExecuteScalarAsync())!;
    }

    protected override string? Database => _schema;
    protected override void Wipe() => Postgres.Drop(_schema);
}
