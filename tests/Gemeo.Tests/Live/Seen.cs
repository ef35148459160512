using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Live;

/// <summary>Reading many frames quickly: only the cursor is taken out of each.</summary>
static class Seen
{
    /// <summary>The place of an entry, snapshot or heartbeat; the text is as the server writes it.</summary>
    public static long Place(string text)
    {
        var at = text.IndexOf("\"cursor\":\"", StringComparison.Ordinal) + 10;
        var colon = text.IndexOf(':', at) + 1;
        return long.Parse(text.AsSpan(colon, text.IndexOf('"', colon) - colon), CultureInfo.InvariantCulture);
    }

    public static bool IsEntry(string text) => text.StartsWith("{\"cursor\"", StringComparison.Ordinal);

    /// <summary>The places of all entries up to one, or until the server closes.</summary>
    public static async Task<List<long>> Until(this LiveClient client, Func<long> last)
    {
        var seen = new List<long>();
        for (var at = 0L; at < last() && await client.Text() is { } text; at = Place(text))
            if (IsEntry(text)) seen.Add(Place(text));
        return seen;
    }

    /// <summary>The next so many texts.</summary>
    public static async Task<List<string>> Texts(this LiveClient client, int count)
    {
        var texts = new List<string>();
        while (texts.Count < count) texts.Add(await client.Text() ?? throw new WebSocketException("closed by the server"));
        return texts;
    }

    public static string Query(string logId, long n) => "?cursor=" + Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{logId}:{n}"));

    /// <summary>Reads on until the server ends it: all texts that came, and how it ended.</summary>
    public static async Task<(List<string> Texts, WebSocketCloseStatus? Code, string? Reason, string Cut)> ToTheEnd(this LiveClient client)
    {
        var texts = new List<string>();
        var cut = "";
        try
        {
            while (await client.Text() is { } text) texts.Add(text);
        }
        catch (WebSocketException why) { cut = why.ToString(); }
        return (texts, client.Socket.CloseStatus, client.Socket.CloseStatusDescription, cut);
    }
}
