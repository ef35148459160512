namespace Gemeo.Cli.Connection;

/// <summary>Addresses on the server; ids may hold anything.</summary>
public static class Paths
{
    public static string Thing(string id) => "things/" + Uri.EscapeDataString(id);

    public static string Property(string id, string name) => $"{Thing(id)}/properties/{Uri.EscapeDataString(name)}";

    public static string Action(string id, string name) => $"{Thing(id)}/actions/{Uri.EscapeDataString(name)}";

    /// <summary><c>path?a=1&amp;b=2</c>, leaving out what is null; a list gives its name more than once.</summary>
    public static string Query(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        var pairs = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}").ToArray();
        return pairs.Length == 0 ? path : $"{path}?{string.Join('&', pairs)}";
    }
}
