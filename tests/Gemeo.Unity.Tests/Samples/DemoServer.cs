namespace Gemeo.Unity.Tests.Samples;

/// <summary>The demo lab on a server of its own.</summary>
static class DemoServer
{
    public static string Lab { get; } = Path.Combine(Repository.Root, "labs", "demo");

    /// <summary>With its simulated devices.</summary>
    public static async Task<TestServer> Simulated()
    {
        var server = await Start("--Gemeo:Simulator=true");
        await server.Property("lampada-bancada", "ligada", _ => true);
        return server;
    }

    /// <summary>Without: a test speaks for the devices.</summary>
    public static Task<TestServer> Silent() => Start("--Gemeo:Simulator=false");

    static Task<TestServer> Start(string simulator) => TestServer.Start(Lab, null, simulator, "--Gemeo:Language=pt");
}
