using System.Diagnostics;
using System.Globalization;

namespace Gemeo.Bench.Wire;

/// <summary>1,000 sensors on a few connections. The payload is the reading's number: it tells what is missing, doubled or out of order.
/// A sensor keeps its connection, so its order is the broker's to keep.</summary>
sealed class Load : IDisposable
{
    public const int Sensors = 1000;
    const int Lines = 4;
    const int PerLine = Sensors / Lines;
    readonly MqttLine[] _lines;
    readonly Outbox[] _boxes;
    readonly byte[][] _topics;
    readonly int _qos;

    public Load(int port, int qos)
    {
        _qos = qos;
        _lines = [.. Enumerable.Range(0, Lines).Select(n => new MqttLine(port, $"load-generator-{n}"))];
        _boxes = [.. Enumerable.Range(0, Lines).Select(_ => new Outbox())];
        _topics = [.. Enumerable.Range(1, Sensors)
            .Select(n => MqttPackets.Text(string.Create(CultureInfo.InvariantCulture, $"load/{n}/distance")))];
        foreach (var line in qos == 0 ? [] : _lines)
            new Thread(() => Swallow(line)) { IsBackground = true }.Start();
    }

    /// <summary>Offers on the caller's thread in slices of about a millisecond. Open loop: what is late is sent at once, never left out,
    /// unless the broker takes so little that the time for arriving is over.</summary>
    /// <param name="sent">Gets the time at which each reading left, when given.</param>
    public void Offer(Pace pace, long[]? sent, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        for (var done = 0; done < pace.Count && !cancel.IsCancellationRequested && Stopwatch.GetElapsedTime(start) < pace.Patience;)
        {
            var due = Math.Min(pace.Count, (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * pace.Rate) + 1);
            for (; done < due; done++)
                Write(pace.First + done);
            if (sent is not null)
                Stamp(sent, done);
            Flush();
            Thread.Sleep(1);
        }
    }

    public void Dispose()
    {
        foreach (var line in _lines)
            line.Dispose();
    }

    void Write(int number)
    {
        var sensor = number % Sensors;
        _boxes[sensor / PerLine].Publish(_topics[sensor], number, _qos);
    }

    void Flush()
    {
        for (var i = 0; i < Lines; i++)
        {
            if (_boxes[i].Written.IsEmpty)
                continue;
            _lines[i].Send(_boxes[i].Written);
            _boxes[i].Clear();
        }
    }

    static void Stamp(long[] sent, int done)
    {
        var now = Stopwatch.GetTimestamp();
        for (var i = done - 1; i >= 0 && sent[i] == 0; i--)
            sent[i] = now;
    }

    static void Swallow(MqttLine line)
    {
        try
        {
            while (true)
                line.Receive();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            // The generator was disposed.
        }
    }
}
