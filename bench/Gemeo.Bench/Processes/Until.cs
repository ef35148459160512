using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Gemeo.Bench.Processes;

/// <summary>Waiting for a process to be of use, never longer than a limit.</summary>
static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> ready, Child process, TimeSpan limit, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        while (!await ready())
        {
            if (process.Ended || clock.Elapsed > limit)
                throw new InvalidOperationException($"{process.Name} is not ready after {clock.Elapsed.TotalSeconds:0.0} s:\n{process.Said}");
            await Task.Delay(10, cancel);
        }
    }

    public static bool Listens(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public static async Task<bool> AnswersAsync(HttpClient http, Uri address, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
