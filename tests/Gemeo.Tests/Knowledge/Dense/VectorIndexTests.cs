using System.Numerics.Tensors;
using Gemeo.Knowledge.Dense;

namespace Gemeo.Tests.Knowledge.Dense;

public sealed class VectorIndexTests
{
    const int Dimension = 24;

    static float[] Unit(Random random, int dimension = Dimension)
    {
        var vector = new float[dimension];
        for (var i = 0; i < dimension; i++) vector[i] = (float)(random.NextDouble() - .4);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_most_alike_are_the_same_as_one_by_one_whatever_came_and_went(int seed)
    {
        var random = new Random(seed);
        using var index = new VectorIndex();
        var all = new Dictionary<int, float[]>();
        for (var round = 0; round < 60; round++)
        {
            var added = Enumerable.Range(0, random.Next(120)).Select(_ => (Id: random.Next(3000), Unit: Unit(random))).DistinctBy(a => a.Id).ToArray();
            index.Add(added);
            foreach (var (id, unit) in added) all[id] = unit;
            int[] gone = [.. Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(3000))];
            index.Remove(gone);
            foreach (var id in gone) all.Remove(id);
        }
        Assert.True(all.Count > 1024, "more than one block");
        Assert.Equal(all.Count, index.Count);
        var question = Unit(random);
        var expected = all.Select(a => (a.Key, Score: (double)TensorPrimitives.Dot(a.Value, question))).OrderByDescending(a => a.Score).ToArray();
        var asked = index.Ask(question, 10, [expected[^1].Key, -5]);
        Assert.Equal([.. expected.Take(10).Select(e => e.Key), expected[^1].Key], asked.Hits.Select(h => h.Id));
        Assert.Equal([.. expected.Take(10).Select(e => e.Score), expected[^1].Score], asked.Hits.Select(h => h.Score));
        Assert.Equal(expected.Sum(e => e.Score) / (expected.Length + 10), asked.Floor, 1e-4);
    }

    [Fact]
    public void Vectors_of_two_models_are_not_compared()
    {
        using var index = new VectorIndex();
        index.Add([(1, [1, 0])]);
        Assert.Equal(EmbeddingFault.Changed, Assert.Throws<EmbeddingException>(() => index.Ask([1, 0, 0], 5, [])).Fault);
        Assert.Throws<EmbeddingException>(() => index.Add([(2, [1, 0, 0])]));
        index.Remove([1]);
        index.Add([(2, [0, 0, 1])]);
        Assert.Equal([(2, 1.0)], index.Ask([0, 0, 1], 5, []).Hits);
    }

    [Fact]
    public void An_empty_index_is_like_nothing()
    {
        using var index = new VectorIndex();
        Assert.Empty(index.Ask([1, 0], 5, [3]).Hits);
    }
}
