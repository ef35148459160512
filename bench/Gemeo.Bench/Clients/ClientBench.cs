using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Gemeo.Bench.Report;

namespace Gemeo.Bench.Clients;

/// <summary>The client library's main thread, by BenchmarkDotNet, into the result file.</summary>
static class ClientBench
{
    public static void Run(ResultFile file)
    {
        var config = ManualConfig.CreateEmpty().AddLogger(ConsoleLogger.Default).AddColumnProvider(DefaultColumnProviders.Instance).AddDiagnoser(MemoryDiagnoser.Default)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(6).WithIterationCount(20).WithInvocationCount(1).WithUnrollFactor(1));
        var summary = BenchmarkRunner.Run<Frame>(config);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success)) throw new InvalidOperationException("a benchmark failed");
        file.Heading("Client library: one frame of a player");
        file.Line($"1,000 bound properties with a listener each, 5,000 changes/s at 60 frames/s: {Frame.Changes} entries a frame. By BenchmarkDotNet, 20 iterations of 1,000 frames or messages. "
            + "Dispatch: one call of `Dispatch`, the 84 puts into the inbox included. Parse: one message of `/ws`, where the socket is read.");
        file.Table(["", "median", "mean", "standard deviation", "least", "most", "allocated"], summary.Reports.Select(Row));
    }

    static string[] Row(BenchmarkReport report)
    {
        var took = report.ResultStatistics!;
        var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
        return [report.BenchmarkCase.Descriptor.WorkloadMethod.Name, Micro(took.Median), Micro(took.Mean), Micro(took.StandardDeviation), Micro(took.Min), Micro(took.Max),
            string.Create(CultureInfo.InvariantCulture, $"{allocated} B")];
    }

    static string Micro(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1000:0.000} µs");
}
