using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gemeo.Unity.Tests.Web;

/// <summary>The page's side as it is shipped, in Node.js: each call crosses a pipe and waits.</summary>
sealed class NodePage : IPage, IDisposable
{
    readonly Process _node;
    readonly int _thread = Environment.CurrentManagedThreadId;

    public NodePage()
    {
        var script = Path.Combine(Repository.Root, "tests", "Gemeo.Unity.Tests", "Web", "page.mjs");
        var library = Path.Combine(Repository.Root, "clients", "unity", "com.gemeo.client", "Runtime", "Unity", "Web", "GemeoSocket.jslib");
        _node = Process.Start(new ProcessStartInfo("node", ["--experimental-websocket", "--no-warnings", script, library]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    /// <summary>How many calls did not come from the thread that made it: a page has no other.</summary>
    public int FromElsewhere { get; private set; }

    public void Limit(int messages) => Call("limit", messages);

    public string Opened { get; private set; } = "";

    public int Open(string address)
    {
        Opened = address;
        return Call("GemeoSocketOpen", address)!.GetValue<int>();
    }

    public int State(int socket) => Call("GemeoSocketState", socket)!.GetValue<int>();

    public bool Send(int socket, string text) => Call("GemeoSocketSend", socket, text)!.GetValue<int>() != 0;

    public int Waiting(int socket) => Call("GemeoSocketWaiting", socket)!.GetValue<int>();

    public string? Next(int socket) => Waiting(socket) == 0 ? null : Call("GemeoSocketNext", socket)!.GetValue<string>();

    public int CloseCode(int socket) => Call("GemeoSocketCloseCode", socket)!.GetValue<int>();

    public string CloseReason(int socket) => Call("GemeoSocketCloseReason", socket)!.GetValue<string>();

    public void Close(int socket) => Call("GemeoSocketClose", socket);

    JsonNode? Call(string name, params object[] given)
    {
        if (Environment.CurrentManagedThreadId != _thread) FromElsewhere++;
        _node.StandardInput.WriteLine(JsonSerializer.Serialize((object[])[name, .. given]));
        return JsonNode.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"the page broke at {name}"));
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit(5000);
        _node.Dispose();
    }
}
