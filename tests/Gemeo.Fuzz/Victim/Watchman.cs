using System.Diagnostics;
using System.Globalization;
using Gemeo.Fuzz.Attacks;

namespace Gemeo.Fuzz.Victim;

/// <summary>Looks at the server while it is attacked: what it takes each second, whether it lives, how soon an honest device's reading is there.</summary>
public sealed class Watchman(RunningServer server, Witness witness, Findings findings)
{
    /// <summary>What is too much, whatever was sent: the server itself, and its reading process (1 GiB of managed memory, and the program).</summary>
    const double MostMegabytes = 1500, MostReading = 1600;

    readonly List<(double Minute, Figures Figures)> _minutes = [];
    readonly List<double> _delays = [];

    public IReadOnlyList<(double Minute, Figures Figures)> Minutes => _minutes;

    public double Peak { get; private set; }

    public double PeakReading { get; private set; }

    /// <summary>Milliseconds from a device's publish to the answer that has it, in the midst of it all; sorted.</summary>
    public IReadOnlyList<double> Delays => [.. _delays.Order()];

    public async Task WatchAsync(CancellationToken until)
    {
        var began = Stopwatch.GetTimestamp();
        for (var second = 0; !until.IsCancellationRequested; second++)
        {
            Look(second % 60 == 0 ? Stopwatch.GetElapsedTime(began).TotalMinutes : null);
            if (!server.Target.Alive)
            {
                findings.Add("the server's process ended");
                return;
            }
            if (second % 2 == 0) await AskAsync(until);
            try { await Task.Delay(TimeSpan.FromSeconds(1), until); }
            catch (OperationCanceledException) { return; }
        }
    }

    public Figures Look(double? minute)
    {
        var figures = Figures.Of(server.Id);
        (Peak, PeakReading) = (Math.Max(Peak, figures.Megabytes), Math.Max(PeakReading, figures.Reading));
        if (minute is { } at) _minutes.Add((at, figures));
        if (figures.Megabytes > MostMegabytes) findings.Add($"the server takes more than {MostMegabytes} MB");
        if (figures.Reading > MostReading) findings.Add($"the reading process takes more than {MostReading} MB");
        return figures;
    }

    async Task AskAsync(CancellationToken until)
    {
        try
        {
            var took = await witness.ReadingAsync(TimeSpan.FromSeconds(10), until);
            if (took is { } time) _delays.Add(time.TotalMilliseconds);
            else findings.Add("an honest device's reading is not there within ten seconds");
        }
        catch (OperationCanceledException) { /* it is over */ }
        catch (Exception why) when (why is IOException or HttpRequestException or System.Net.Sockets.SocketException)
        {
            if (!until.IsCancellationRequested) findings.Add(string.Create(CultureInfo.InvariantCulture, $"an honest device or client is cut off: {why.Message}"));
        }
    }
}
