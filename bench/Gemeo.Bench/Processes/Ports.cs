using System.Net;
using System.Net.Sockets;

namespace Gemeo.Bench.Processes;

static class Ports
{
    /// <summary>A loopback port that was free a moment ago: the programs under test cannot tell which one they took.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
