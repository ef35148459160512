using System.Collections.Immutable;
using System.Globalization;
using Gemeo.Bench.Report;

namespace Gemeo.Bench.Appends;

sealed record AppendResult(ImmutableArray<(string Shape, int Batch, ImmutableArray<AppendRun> Runs)> Cells)
{
    public void WriteTo(ResultFile file)
    {
        file.Heading($"Durable appends ({Cells[0].Runs.Length} runs)");
        file.Line("Entries a second that are on disk (WAL, synchronous=FULL), the next batch only after the one before. Raw: SQLite with the server's schema, " +
            "indexes, pragmas and rows (the entry, and its thing's state), prepared, one transaction for each batch. Server: through the log's queue and group commit. " +
            "One thing: a batch is one append of so many entries. Many things: a batch is so many appends of one entry each, awaited together. " +
            $"Both take turns of {Side.Turn} batches, so that they meet the same disk.");
        file.Line("The log stands on this very SQLite and cannot be faster than it: a share above 100 % is unrest of the disk or of the machine, " +
            "not a merit. Repeat such a run when nothing else works.");
        file.Table(["batch", "raw, median (min–max)", "server, median (min–max)", "% of raw", "a batch, median ms: raw", "server"], Cells.Select(Row));
    }

    static string[] Row((string Shape, int Batch, ImmutableArray<AppendRun> Runs) cell) =>
    [
        cell.Batch == 1 ? "1" : string.Create(CultureInfo.InvariantCulture, $"{cell.Batch}, {cell.Shape}"),
        Stats.Spread([.. cell.Runs.Select(r => r.Raw)], "#,0"),
        Stats.Spread([.. cell.Runs.Select(r => r.Server)], "#,0"),
        Stats.Spread([.. cell.Runs.Select(r => r.Server / r.Raw)], "0 %"),
        Stats.Spread([.. cell.Runs.Select(r => r.RawMs)], "0.00"),
        Stats.Spread([.. cell.Runs.Select(r => r.ServerMs)], "0.00"),
    ];
}
