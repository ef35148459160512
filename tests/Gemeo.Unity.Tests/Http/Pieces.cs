using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gemeo.Unity.Tests.Http;

/// <summary>A server of one answer, written byte by byte as a test wants it.</summary>
sealed class Pieces : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Pieces() => _listener.Start();

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>What was asked, when somebody has.</summary>
    public async Task<Answering> Asked()
    {
        var client = await _listener.AcceptTcpClientAsync();
        client.NoDelay = true;
        var heard = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(heard.ToString()))
        {
            var many = await client.GetStream().ReadAsync(buffer);
            if (many == 0) break;
            heard.Append(Encoding.UTF8.GetString(buffer, 0, many));
        }
        return new Answering(client, heard.ToString());
    }

    static bool IsWhole(string heard)
    {
        var end = heard.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = heard.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || Encoding.UTF8.GetByteCount(heard[(end + 4)..]) >= int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => _listener.Dispose();
}

sealed class Answering(TcpClient client, string question) : IDisposable
{
    public string Question => question;

    public Task Head(string head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked") => Bytes(Encoding.ASCII.GetBytes(head + "\r\n\r\n"));

    public async Task Chunk(params byte[] bytes)
    {
        await Bytes(Encoding.ASCII.GetBytes(bytes.Length.ToString("x", System.Globalization.CultureInfo.InvariantCulture) + "\r\n"));
        await Bytes([.. bytes, .. "\r\n"u8]);
    }

    public Task Raw(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public Task End() => Bytes("0\r\n\r\n"u8.ToArray());

    /// <summary>Ends when the other side has closed.</summary>
    public async Task Closed()
    {
        try { while (await client.GetStream().ReadAsync(new byte[64]) > 0) { } }
        catch (IOException) { /* by a reset */ }
    }

    Task Bytes(byte[] bytes) => client.GetStream().WriteAsync(bytes).AsTask();

    public void Dispose() => client.Dispose();
}
