using System.Runtime.InteropServices;
using Gemeo.Knowledge.Library;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Knowledge.Dense;

/// <summary>A passage as it is embedded.</summary>
public sealed record Embeddable(int Id, string Text);

/// <summary>
/// Vectors on record, one for each passage, beside the passages and gone with them. Whoever looks for passages waits for the change under
/// way: it may be the one that brings them.
/// </summary>
public sealed class VectorStore(Shelf shelf, VectorIndex vectors)
{
    /// <summary>Rows that are in memory at once beside the index.</summary>
    const int Page = 1000;

    /// <summary>True once there is anything to be found.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancel)
    {
        if (!shelf.Exists) return false;
        await using var db = await shelf.OpenAsync(cancel);
        return await Shown(db).AnyAsync(cancel);
    }

    /// <returns>How many passages have a vector of the model, and how many there are.</returns>
    public async Task<(int Done, int Of)> CountAsync(string model, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        return (await Shown(db).CountAsync(s => db.Vectors.Any(v => v.ChunkId == s.Chunk.Id && v.Model == model), cancel), await Shown(db).CountAsync(cancel));
    }

    /// <summary>Passages without a vector of the model, in the order of their ids.</summary>
    public async Task<List<Embeddable>> MissingAsync(string model, int after, int most, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        var missing = Shown(db).Where(s => s.Chunk.Id > after && !db.Vectors.Any(v => v.ChunkId == s.Chunk.Id && v.Model == model)).OrderBy(s => s.Chunk.Id).Take(most);
        return await TextsAsync(db, missing, cancel);
    }

    /// <summary>A passage with its vector, to see whether the model is still the one that made it; null when there is none.</summary>
    public async Task<(string Text, float[] Unit)?> AnyOfAsync(string model, CancellationToken cancel)
    {
        await using var db = await shelf.OpenAsync(cancel);
        var known = await TextsAsync(db, Shown(db).Where(s => db.Vectors.Any(v => v.ChunkId == s.Chunk.Id && v.Model == model)).OrderBy(s => s.Chunk.Id).Take(1), cancel);
        return known is [var one] ? (one.Text, Floats(await db.Vectors.AsNoTracking().SingleAsync(v => v.ChunkId == one.Id, cancel))) : null;
    }

    /// <summary>On record and in the index when it returns; what went meanwhile is in neither.</summary>
    /// <returns>How many were left.</returns>
    public async Task<int> SaveAsync(string model, IReadOnlyList<(int Id, float[] Unit)> made, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        var kept = new List<(int, float[])>();
        foreach (var (id, unit) in made)
        {
            var bytes = MemoryMarshal.AsBytes<float>(unit).ToArray();
            var rows = await db.Database.ExecuteSqlAsync($"insert into vectors (\"ChunkId\", \"Model\", \"Dimension\", \"Unit\") select {id}, {model}, {unit.Length}, {bytes} where exists (select 1 from chunks where \"Id\" = {id}) on conflict (\"ChunkId\") do update set \"Model\" = excluded.\"Model\", \"Dimension\" = excluded.\"Dimension\", \"Unit\" = excluded.\"Unit\"", cancel);
            if (rows > 0) kept.Add((id, unit));
        }
        vectors.Add(kept);
        try { await whole.CommitAsync(cancel); }
        catch
        {
            vectors.Remove([.. kept.Select(k => k.Item1)]);
            throw;
        }
        return kept.Count;
    }

    /// <summary>Fills the index with what is on record of the model.</summary>
    public async Task LoadAsync(string model, CancellationToken cancel)
    {
        for (var last = 0; ;)
        {
            using var change = await shelf.ChangeAsync(cancel);
            await using var db = await shelf.OpenAsync(cancel);
            var rows = await Shown(db).Join(db.Vectors.AsNoTracking(), s => s.Chunk.Id, v => v.ChunkId, (s, v) => v).Where(v => v.Model == model && v.ChunkId > last).OrderBy(v => v.ChunkId).Take(Page).ToListAsync(cancel);
            if (rows.Count == 0) return;
            vectors.Add(rows.Select(r => (r.ChunkId, Floats(r))));
            last = rows[^1].ChunkId;
        }
    }

    /// <summary>The model is another under the same name: what the old one made is worth nothing.</summary>
    public async Task ForgetAsync(string model, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        await db.Vectors.Where(v => v.Model == model).ExecuteDeleteAsync(cancel);
        vectors.Clear();
    }

    sealed class ShownChunk
    {
        public required ChunkRow Chunk { get; init; }
        public required string Name { get; init; }
    }

    static IQueryable<ShownChunk> Shown(KnowledgeDb db) => db.Chunks.AsNoTracking()
        .Join(db.Documents, c => new { Id = c.DocumentId, Shown = c.Edition }, d => new { d.Id, d.Shown }, (c, d) => new ShownChunk { Chunk = c, Name = d.Name });

    static async Task<List<Embeddable>> TextsAsync(KnowledgeDb db, IQueryable<ShownChunk> chunks, CancellationToken cancel)
    {
        var found = await chunks.Join(db.Pages, s => new { s.Chunk.DocumentId, s.Chunk.Edition, Number = s.Chunk.Page }, p => new { p.DocumentId, p.Edition, p.Number }, (s, p) => new { s.Chunk, s.Name, p.Text }).ToListAsync(cancel);
        return [.. found.OrderBy(f => f.Chunk.Id).Select(f => new Embeddable(f.Chunk.Id, KnowledgeIndex.TextOf(f.Name, f.Text, f.Chunk)))];
    }

    static float[] Floats(VectorRow row) => MemoryMarshal.Cast<byte, float>(row.Unit).ToArray();
}
