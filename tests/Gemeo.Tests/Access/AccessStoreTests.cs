using Gemeo.Access.Accounts;
using Gemeo.Access.Keys;
using Gemeo.Access.Rights;
using Gemeo.Access.Store;
using Gemeo.Devices.Credentials;
using Gemeo.Hosting;
using Gemeo.Tests.Support;
using Microsoft.Data.Sqlite;
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

    protected AccessStore Store() => new(Options.Create(new Settings { Data = Data, Database = Database }));

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

    [Fact]
    public async Task What_was_given_out_before_there_was_a_PostgreSQL_goes_along_once_and_still_opens()
    {
        var file = new AccessStore(Options.Create(new Settings { Data = Data }));
        var (key, revoked) = (await new KeyRing(file, TimeProvider.System).AddAsync("painel", new(Role.Viewer, Scope.Of(["a"], []), null), "ana", default), await new KeyRing(file, TimeProvider.System).AddAsync("velha", new(Role.Admin, Scope.Everything, null), "ana", default));
        await new KeyRing(file, TimeProvider.System).RevokeAsync(revoked!.Value.Key.Id, default);
        var password = (await new KnownDevices(file, TimeProvider.System).AddAsync("plug", ["lamp"], "plug-1", "ana", default))!.Value.Password;
        var account = new Account { Id = "a1", Name = "ana", PasswordHash = await Password.HashAsync("uma senha bem longa", default), Role = "admin", Created = 7 };
        var book = new Book(file, TimeProvider.System);
        Assert.Null(await book.ChangeAsync(db => AccountApi.AddAsync(db, account, default), default));
        var cookie = (await book.SignInAsync(account, default))!.Value.Token;

        SqliteConnection.ClearAllPools();

        var elsewhere = ("X-Forwarded-For", "192.0.2.7");
        await using (var server = await TestServer.Start(data: Data, args: $"--Gemeo:Database={_schema}"))
        {
            var (status, me) = await server.Send(HttpMethod.Get, "/access/me", null, elsewhere, ("X-Api-Key", key!.Value.Text.ToString()));
            Assert.Equal((200, "painel", "viewer", "[\"a\"]"), (status, (string?)me!["name"], (string?)me["role"], me["rooms"]!.ToJsonString()));
            Assert.Equal(403, (await server.Send(HttpMethod.Get, "/access/me", null, elsewhere, ("X-Api-Key", revoked.Value.Text.ToString()))).Status);
            Assert.Equal("ana", (string?)(await server.Send(HttpMethod.Get, "/access/me", null, elsewhere, ("Cookie", $"gemeo_session={cookie}"))).Body!["name"]);
            await using var device = await Device.Connect(server.MqttPort, "plug-1", user: "plug", password: password);
            await device.Say("lamp/state", "ON");
            await server.Property("lamp", "ligada", v => v.GetValue<bool>());
        }
        Assert.Equal([false, true], new[] { "access.db", "access.db.moved" }.Select(f => File.Exists(Path.Combine(Data, f))));
        // A file that comes later does not go over what is there.
        SqliteConnection.ClearAllPools();
        File.Copy(Path.Combine(Data, "access.db.moved"), Path.Combine(Data, "access.db"));
        await using var db = await Store().OpenAsync(default);
        Assert.Equal((2, 1, 1, 1), (await db.Keys.CountAsync(), await db.Accounts.CountAsync(), await db.Sessions.CountAsync(), await db.Devices.CountAsync()));
        Assert.Equal(("$7$", 7L), ((await db.Devices.SingleAsync()).PasswordHash[..3], (await db.Accounts.SingleAsync()).Created));
        Assert.True(File.Exists(Path.Combine(Data, "access.db")));
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
