using Microsoft.EntityFrameworkCore;

namespace Gemeo.Knowledge.Library;

/// <summary>Documents, their pages and chunks, apart from the log: reading five hundred pages must not hold up its writer.</summary>
public abstract class KnowledgeDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<PageRow> Pages => Set<PageRow>();
    public DbSet<ChunkRow> Chunks => Set<ChunkRow>();
    public DbSet<VectorRow> Vectors => Set<VectorRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Document>(d =>
        {
            d.ToTable("documents").HasKey(x => x.Id);
            d.HasIndex(x => x.Hash);
            d.HasIndex(x => new { x.State, x.Added });
        });
        modelBuilder.Entity<PageRow>(p =>
        {
            p.ToTable("pages").HasKey(x => new { x.DocumentId, x.Edition, x.Number });
            p.HasOne<Document>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ChunkRow>(c =>
        {
            c.ToTable("chunks").HasKey(x => x.Id);
            c.Property(x => x.Id).ValueGeneratedOnAdd();
            c.Ignore(x => x.Path);
            c.HasIndex(x => new { x.DocumentId, x.Edition, x.Page });
            c.HasOne<Document>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<VectorRow>(v =>
        {
            v.ToTable("vectors").HasKey(x => x.ChunkId);
            v.Property(x => x.ChunkId).ValueGeneratedNever();
            v.HasOne<ChunkRow>().WithOne().HasForeignKey<VectorRow>(x => x.ChunkId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>The same in a file of <c>Gemeo:Data</c>.</summary>
public sealed class SqliteKnowledgeDb(DbContextOptions<SqliteKnowledgeDb> options) : KnowledgeDb(options);

/// <summary>The same in the PostgreSQL of <c>Gemeo:Database</c>.</summary>
public sealed class PostgresKnowledgeDb(DbContextOptions<PostgresKnowledgeDb> options) : KnowledgeDb(options);
