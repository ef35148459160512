using System.Diagnostics;

namespace Gemeo.Unity.Tests.Web;

/// <summary>For what needs Node.js 20 or later, which has WebSockets as a page has them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    static readonly string? _reason = Why();

    public NodeFactAttribute() => Skip = _reason!;

    static string? Why()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            var version = node.StandardOutput.ReadToEnd().TrimStart('v').Split('.')[0];
            node.WaitForExit();
            return int.TryParse(version, out var major) && major >= 20 ? null : "Node.js 20 or later is not installed";
        }
        catch (System.ComponentModel.Win32Exception) { return "Node.js is not installed"; }
    }
}
