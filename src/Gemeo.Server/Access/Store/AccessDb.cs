using Microsoft.EntityFrameworkCore;

namespace Gemeo.Access.Store;

/// <summary>Who may come in, as people edit it: keys, accounts and their sessions, devices' credentials. Holds hashes, never a secret.</summary>
public abstract class AccessDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<ApiKey> Keys => Set<ApiKey>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<DeviceCredential> Devices => Set<DeviceCredential>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ApiKey>().ToTable("access_keys").HasKey(k => k.Id);
        modelBuilder.Entity<Account>(a =>
        {
            a.ToTable("access_accounts").HasKey(x => x.Id);
            a.HasIndex(x => x.Name).IsUnique();
        });
        modelBuilder.Entity<Session>(s =>
        {
            s.ToTable("access_sessions").HasKey(x => x.Hash);
            s.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DeviceCredential>().ToTable("access_devices").HasKey(d => d.User);
    }
}

/// <summary>The same in a file of <c>Gemeo:Data</c>.</summary>
public sealed class SqliteAccessDb(DbContextOptions<SqliteAccessDb> options) : AccessDb(options);

/// <summary>The same in the PostgreSQL of <c>Gemeo:Database</c>.</summary>
public sealed class PostgresAccessDb(DbContextOptions<PostgresAccessDb> options) : AccessDb(options);
