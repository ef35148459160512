using System.Diagnostics;
using System.Text;
using CsCheck;
using Gemeo.Assistant.Intents;

namespace Gemeo.Tests.Assistant.Intents;

public sealed class RobustnessTests
{
    static readonly string[] _words = [.. Utterances.Read("utterances.tsv").SelectMany(s => s.Text.Split(' ')).Distinct()];

    [Fact]
    public void Any_text_at_all_gets_an_intent() =>
        Gen.OneOf(
            Gen.String[0, 200],
            Gen.Char.Array[0, 80].Select(c => new string(c)),
            Gen.Int[0, 0x10FFFF].Array[0, 40].Select(Text),
            Gen.OneOf(_words).Array[0, 14].Select(w => string.Join(' ', w)),
            Gen.Select(Gen.OneOf(_words).Array[0, 8], Gen.Char["0123456789.,:/-°%h?!'\"\u0301\u200B\uD800\uDC00"].Array[0, 8], (words, marks) => string.Join(' ', words) + new string(marks) + string.Concat(words)))
        .Sample(text =>
        {
            foreach (var lab in Utterances.Labs)
            {
                var intent = Utterances.Recognise(lab, text);
                Assert.NotNull(Canonical.Of(intent, Utterances.Lab(lab)));
                foreach (var word in intent.Evidence) Assert.Equal(text.Substring(word.Start, word.Length), word.Words);
            }
        }, iter: 5_000);

    [Fact]
    public void The_same_text_is_always_understood_in_the_same_way() =>
        Gen.OneOf(_words).Array[1, 10].Select(w => string.Join(' ', w)).Sample(text =>
        {
            var lab = Utterances.Lab("demo");
            return Canonical.Of(new Recogniser(lab).Recognise(new(text, Utterances.Now)), lab) == Canonical.Of(Utterances.Recognise("demo", text), lab);
        }, iter: 100);

    [Theory]
    [InlineData("ligue a luz "), InlineData("a"), InlineData("e "), InlineData("1 "), InlineData("turn on "), InlineData("nas últimas 3 horas "), InlineData("\u0301"), InlineData("\u200B"), InlineData("1:1/1.1-"), InlineData("a'"), InlineData("?")]
    public void A_long_text_does_not_act_and_takes_no_longer_than_a_short_one_many_times_over(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 65_536 / piece.Length).ToString();
        var shorter = text[..900];
        Assert.IsNotType<Intent.Order>(Utterances.Recognise("demo", text));
        // In one run, against the longest text that is read whole: 70 times as long must not cost 70 times as much.
        Assert.True(Time(text) < (Time(shorter) * 20) + TimeSpan.FromMilliseconds(50));
    }

    static TimeSpan Time(string text)
    {
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            Utterances.Recognise("demo", text);
            least = TimeSpan.FromTicks(Math.Min(least.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }
        return least;
    }

    static string Text(int[] points) => string.Concat(points.Select(p => p is >= 0xD800 and <= 0xDFFF ? ((char)p).ToString() : char.ConvertFromUtf32(p)));
}
