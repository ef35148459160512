using System.Diagnostics;
using System.Net.Sockets;

namespace Gemeo.Bench.Wire;

/// <summary>K WebSocket clients on one thread.</summary>
sealed class Audience : IDisposable
{
    readonly SocketReader[] _readers;
    readonly Thread _thread;
    readonly bool _prompt;
    volatile Tally? _tally;
    volatile bool _stop;

    /// <param name="prompt">True to wake for each arrival (latency); false to look every two milliseconds, which costs less.</param>
    public Audience(int port, int clients, PayloadReader read, bool prompt)
    {
        _prompt = prompt;
        _readers = [.. Enumerable.Range(0, clients).Select(n => new SocketReader(port, "/ws", n, read))];
        _thread = new Thread(Run) { IsBackground = true, Name = "audience" };
        _thread.Start();
    }

    public int Closed => _readers.Count(r => r.Closed);

    public void Count(Tally? tally) => _tally = tally;

    public void Dispose()
    {
        _stop = true;
        _thread.Join();
        foreach (var reader in _readers)
            reader.Dispose();
    }

    void Run()
    {
        var ready = new List<Socket>(_readers.Length);
        var bySocket = _readers.ToDictionary(r => r.Socket);
        while (!_stop)
        {
            if (!_prompt)
            {
                Thread.Sleep(2);
                foreach (var reader in _readers)
                    Drain(reader);
                continue;
            }
            ready.Clear();
            ready.AddRange(_readers.Where(r => !r.Closed).Select(r => r.Socket));
            if (ready.Count == 0)
                return;
            Socket.Select(ready, null, null, 50_000);
            foreach (var socket in ready)
                Drain(bySocket[socket]);
        }
    }

    void Drain(SocketReader reader)
    {
        if (!reader.Closed)
            reader.Drain(_tally, Stopwatch.GetTimestamp);
    }
}
