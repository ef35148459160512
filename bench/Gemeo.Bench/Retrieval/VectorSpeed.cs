using System.Diagnostics;
using System.Numerics.Tensors;
using Gemeo.Bench.Report;
using Gemeo.Knowledge.Dense;

namespace Gemeo.Bench.Retrieval;

/// <summary>The exact search over vectors, one thread; what is in them does not matter to its speed.</summary>
sealed class VectorSpeed(Options options)
{
    const int Dimension = 384, Best = 100;

    int Questions => options.Quick ? 50 : 500;

    public void Run(ResultFile file, CancellationToken cancel)
    {
        var (rows, random) = (new List<string[]>(), new Random(7));
        foreach (var size in (int[])[1_000, 10_000, 100_000])
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var index = new VectorIndex();
            for (var id = 0; id < size; id++) index.Add([(id, Unit(random))]);
            var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
            var times = new List<double>();
            for (var i = 0; i < Questions; i++)
            {
                cancel.ThrowIfCancellationRequested();
                var (question, start) = (Unit(random), Stopwatch.GetTimestamp());
                index.Ask(question, Best, []);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            times.Sort();
            rows.Add([Stats.Count(size), Stats.Count(1000 / times.Average()), Stats.Text(Stats.Quantile([.. times], .5), "0.00"), Stats.Text(Stats.Quantile([.. times], .99), "0.00"), $"{memory / 1048576.0:0} MiB"]);
            Console.WriteLine(string.Join(" | ", rows[^1]));
        }
        file.Heading("Retrieval: vectors");
        file.Line($"Exact cosines of {Dimension} random floats with each passage's, the {Best} best kept, one thread; the time that a model takes for the question comes on top.");
        file.Table(["passages", "questions/s", "median ms", "p99 ms", "memory"], rows);
    }

    static float[] Unit(Random random)
    {
        var vector = new float[Dimension];
        for (var i = 0; i < Dimension; i++) vector[i] = random.NextSingle() - .5f;
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }
}
