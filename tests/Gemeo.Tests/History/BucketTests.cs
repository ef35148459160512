using CsCheck;
using Gemeo.History;
using Gemeo.Log;

namespace Gemeo.Tests.History;

public sealed class BucketTests
{
    static readonly Gen<(long Time, double Value)[]> _readings = Gen.Select(Gen.Long[-5_000_000_000, 50_000_000_000], Gen.Double[-1e9, 1e9]).Array[1, 200];

    [Fact]
    public void Whatever_the_readings_and_the_number_of_points_least_most_count_and_sum_are_kept() =>
        Gen.Select(_readings, Gen.Int[2, 5000]).Sample((readings, points) =>
        {
            var (from, to) = (readings.Min(r => r.Time), readings.Max(r => r.Time));
            var step = Steps.For(from, to, points, 0);
            var buckets = Fold(from, step, readings.Select(r => Piece.Of(r.Time, r.Value)));
            return buckets.Length <= points
                && buckets.Min(b => b.Piece.Min) == readings.Min(r => r.Value)
                && buckets.Max(b => b.Piece.Max) == readings.Max(r => r.Value)
                && buckets.Sum(b => b.Piece.Count) == readings.Length
                && Math.Abs(buckets.Sum(b => b.Piece.Sum) - readings.Sum(r => r.Value)) <= 1e-9 * readings.Sum(r => Math.Abs(r.Value))
                && buckets.All(b => b.Piece.Mean >= b.Piece.Min && b.Piece.Mean <= b.Piece.Max);
        });

    [Fact]
    public void Each_bucket_tells_of_the_readings_within_it_and_of_no_other() =>
        Gen.Select(_readings, Gen.Int[2, 50]).Sample((readings, points) =>
        {
            var step = Steps.For(readings.Min(r => r.Time), readings.Max(r => r.Time), points, 0);
            return Fold(long.MinValue, step, readings.Select(r => Piece.Of(r.Time, r.Value))).All(b =>
            {
                var own = readings.Where(r => r.Time >= b.Start && r.Time < b.Start + step).ToArray();
                var newest = own.Max(r => r.Time);
                return b.Piece.Count == own.Length && b.Piece.Min == own.Min(r => r.Value) && b.Piece.Max == own.Max(r => r.Value)
                    && own.Any(r => r.Time == newest && r.Value == b.Piece.Last);
            });
        });

    [Fact]
    public void Pieces_added_up_before_come_to_the_same_as_their_readings() =>
        Gen.Select(_readings, Gen.Int[2, 50]).Sample((readings, points) =>
        {
            var (from, to) = (readings.Min(r => r.Time), readings.Max(r => r.Time));
            var step = Steps.For(from, to, points, Steps.Minute);
            var minutes = Fold(long.MinValue, Steps.Minute, readings.Select(r => Piece.Of(r.Time, r.Value))).Select(b => b.Piece);
            var (one, two) = (Fold(from, step, minutes), Fold(from, step, readings.Select(r => Piece.Of(r.Time, r.Value))));
            return one.Select(b => (b.Start, b.Piece.Count, b.Piece.Min, b.Piece.Max, b.Piece.LastTime)).SequenceEqual(two.Select(b => (b.Start, b.Piece.Count, b.Piece.Min, b.Piece.Max, b.Piece.LastTime)));
        });

    [Theory]
    [InlineData(0, 999_999, 2, 1_000_000)]
    [InlineData(0, 86_399_999_999, 1440, 60_000_000)]
    [InlineData(0, 86_399_999_999, 1439, 120_000_000)]
    [InlineData(0, 31_535_999_999_999, 2000, 21_600_000_000)]
    [InlineData(-62_135_596_800_000_000, 253_402_300_799_999_999, 2, 0)]
    public void Steps_are_round_and_as_short_as_the_points_allow(long from, long to, int points, long expected)
    {
        var step = Steps.For(from, to, points, 0);
        Assert.True(step > 0);
        if (expected > 0) Assert.True(step <= expected, $"{step}");
        Assert.True(Steps.Start(to, step) / step - Steps.Start(from, step) / step + 1 <= points);
        if (expected >= 60_000_000) Assert.Equal(expected, step);
    }

    [Theory]
    [InlineData("true", 1.0)]
    [InlineData("false", 0.0)]
    [InlineData("-2.5e3", -2500.0)]
    [InlineData("\"1\"", null)]
    [InlineData("1e400", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    [InlineData("1 2", null)]
    public void Numbers_and_truth_values_are_numbers(string json, double? expected) =>
        Assert.Equal(expected, Piece.TryNumber(System.Text.Encoding.UTF8.GetBytes(json), out var number) ? number : null);

    static (long Start, Piece Piece)[] Fold(long from, long step, IEnumerable<Piece> pieces)
    {
        var buckets = new Buckets(from, step);
        foreach (var piece in pieces) buckets.Add(piece);
        return [.. buckets.All];
    }
}
