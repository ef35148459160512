using CsCheck;
using Gemeo.Cli;
using Gemeo.Cli.History;
using Gemeo.Client;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Cli;

public sealed class PrintableTests
{
    static readonly FakeTimeProvider _clock = new(new(2026, 5, 2, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void What_a_device_says_cannot_steer_the_terminal() =>
        Assert.Equal(@"hi \u001b[31mred\u0007 \u202egnp.exe", Printable.Of("hi \e[31mred\a \u202egnp.exe"));

    [Fact]
    public void Nothing_unseen_is_ever_printed() =>
        Gen.String.Sample(text => !Printable.Of(text).Any(char.IsControl));

    [Fact]
    public void A_time_of_another_day_shows_its_date()
    {
        Assert.Equal("11:59:00.000", Printable.Time(_clock.GetUtcNow().AddMinutes(-1), _clock));
        Assert.Equal("2026-05-01 12:00:00.000", Printable.Time(_clock.GetUtcNow().AddDays(-1), _clock));
    }

    [Theory]
    [InlineData("30m", "2026-05-02T11:30:00Z")]
    [InlineData("2h", "2026-05-02T10:00:00Z")]
    [InlineData("7d", "2026-04-25T12:00:00Z")]
    [InlineData("2026-05-01T08:00", "2026-05-01T08:00:00Z")]
    [InlineData("2026-05-01T08:00:00-03:00", "2026-05-01T11:00:00Z")]
    public void A_time_may_be_a_date_or_how_long_ago(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), When.Read(text, _clock));

    [Fact]
    public void A_time_that_is_none_is_no_crash()
    {
        Assert.Null(When.Read("ontem", _clock));
        Gen.String.Sample(text => { When.Read(text, _clock); });
    }

    [Fact]
    public void Waiting_to_connect_again_doubles_up_to_about_ten_seconds_and_starts_over_after_success()
    {
        var backoff = new Backoff(new ClientOptions().FirstRetry, new ClientOptions().LongestRetry);
        var waits = Enumerable.Range(0, 12).Select(_ => backoff.Next()).ToArray();
        Assert.InRange(waits[0].TotalMilliseconds, 175, 325);
        Assert.InRange(waits[3].TotalMilliseconds, 1400, 2600);
        Assert.InRange(waits[^1].TotalSeconds, 7, 13);
        backoff.Reset();
        Assert.InRange(backoff.Next().TotalMilliseconds, 175, 325);
    }
}
