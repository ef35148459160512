using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Gemeo.Bench.Presence;

/// <summary>A hundred people in four rooms, in a process of their own. Told by lines: <c>walk</c> (come and walk), <c>stop</c> (leave), <c>report</c>.</summary>
sealed class Crowd(int port)
{
    public const int People = 100, Rooms = 4, Hertz = 15;

    readonly Steps _steps = new(People);
    volatile bool _stop;
    volatile bool _walks;
    Exception? _fault;

    public int Run(TextReader orders, TextWriter says)
    {
        Thread? thread = null;
        while (orders.ReadLine() is { } order)
        {
            if (order == "walk")
            {
                (_stop, _walks) = (false, false);
                thread = new Thread(Walk) { IsBackground = true, Name = "crowd" };
                thread.Start();
                while (!_walks && thread.IsAlive)
                    Thread.Sleep(10);
            }
            else if (order == "stop")
            {
                _stop = true;
                thread?.Join();
            }
            if (_fault is not null)
                throw new InvalidOperationException("the walk failed", _fault);
            says.WriteLine(order == "report" ? "report " + JsonSerializer.Serialize(_steps.Report()) : "did " + order);
        }
        return 0;
    }

    void Walk()
    {
        Walker[] walkers = [];
        try
        {
            walkers = [.. Enumerable.Range(0, People).Select(n => new Walker(port, string.Create(CultureInfo.InvariantCulture, $"sala-{(n % Rooms) + 1}"), n, _steps))];
            Go(walkers, () => Array.TrueForAll(walkers, w => w.Seen >= People / Rooms), period: 0);
            var period = Stopwatch.Frequency / Hertz;
            _steps.Restart();
            var now = Stopwatch.GetTimestamp();
            for (var n = 0; n < walkers.Length; n++)
                walkers[n].Begin(now + (period * n / People));
            _walks = true;
            Go(walkers, () => _stop, period);
            var end = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 2);
            Go(walkers, () => Stopwatch.GetTimestamp() > end, period: 0);
        }
        catch (Exception why)
        {
            _fault = why;
        }
        foreach (var walker in walkers)
        {
            if (!walker.Closed)
                walker.Leave();
            walker.Dispose();
        }
    }

    /// <summary>Looks every two milliseconds, which costs little and counts against the server.</summary>
    void Go(Walker[] walkers, Func<bool> enough, long period)
    {
        while (!enough())
        {
            foreach (var walker in walkers)
            {
                if (walker.Closed)
                    throw new IOException("the server closed a person's connection");
                if (period > 0)
                    walker.Step(Stopwatch.GetTimestamp(), period);
                walker.Drain(null, Stopwatch.GetTimestamp);
            }
            Thread.Sleep(2);
        }
    }
}
