using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Tests.Knowledge.Reading;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Knowledge;

/// <summary>Documents as a client hands them in, and what becomes of them.</summary>
static class Documents
{
    /// <summary>Longer than waiting elsewhere: a process starts, and the machine may be busy.</summary>
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A page for each text.</summary>
    public static byte[] Pdf(params string[] pages) => RawPdf.Pages([.. pages.Select(p => RawPdf.Line(p))]).Bytes();

    /// <summary>So many pages as a printer fills them, none like another.</summary>
    public static byte[] Book(int pages, string about = "canal") => RawPdf.Pages([.. Enumerable.Range(1, pages).Select(page => string.Concat(Enumerable.Range(0, 45).Select(line =>
        RawPdf.Line($"Na página {page}, linha {line}, o {about} {page * 100 + line} foi medido com {line * 7 + page} amostras e nenhuma delas se perdeu.", 60, 790 - line * 16, 9))))]).Bytes();

    public static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "file", name);
        return form;
    }

    public static async Task<(int Status, JsonNode Body)> Put(this HttpClient http, HttpMethod method, string path, HttpContent form, string language = "pt")
    {
        using var request = new HttpRequestMessage(method, path) { Content = form };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>Uploads, and gives the items of the answer.</summary>
    public static async Task<JsonArray> Add(this HttpClient http, params (string Name, byte[] Content)[] files)
    {
        var (status, body) = await http.Put(HttpMethod.Post, "/documents", Form(files));
        Assert.Equal(202, status);
        return body["items"]!.AsArray();
    }

    /// <summary>Uploads one and waits until it is ready or failed.</summary>
    public static async Task<JsonNode> Read(this HttpClient http, string name, byte[] content) => await http.Ended((await http.Add((name, content)))[0].Id());

    public static string Id(this JsonNode? document) => document!["id"]!.GetValue<string>();

    public static string State(this JsonNode? document) => document!["state"]!.GetValue<string>();

    public static async Task<JsonNode> Document(this HttpClient http, string id) => JsonNode.Parse(await http.GetStringAsync(new Uri($"/documents/{id}", UriKind.Relative)))!;

    public static Task<JsonNode> Ended(this HttpClient http, string id) =>
        Until(async () => await http.Document(id) is var d && d.State() is "ready" or "failed" ? d : null, $"the end of {id}");

    public static async Task<JsonArray> All(this HttpClient http, string query = "") => JsonNode.Parse(await http.GetStringAsync(new Uri("/documents" + query, UriKind.Relative)))!["items"]!.AsArray();

    public static async Task<JsonArray> Search(this HttpClient http, string question, string more = "") =>
        JsonNode.Parse(await http.GetStringAsync(new Uri($"/search?q={Uri.EscapeDataString(question)}{more}", UriKind.Relative)))!["items"]!.AsArray();

    public static async Task<bool> Finds(this HttpClient http, string text) => (await http.Search(text)).Any(i => i!["text"]!.GetValue<string>().Contains(text, StringComparison.Ordinal));

    public static async Task<T> Until<T>(Func<Task<T?>> look, string what) where T : class
    {
        var began = Stopwatch.GetTimestamp();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Stopwatch.GetElapsedTime(began) < _patience)
        {
            if (await look() is { } found) return found;
            await again.WaitForNextTickAsync();
        }
        throw new TimeoutException($"waited {_patience.TotalSeconds} s for {what}");
    }

    public static Task Until(Func<Task<bool>> look, string what) => Until(async () => await look() ? "" : null, what);

    /// <summary>Rows of a table in the documents' database.</summary>
    public static long Rows(string data, string table, string where = "1 = 1")
    {
        using var db = TestServer.Beside(data, "knowledge.db");
        db.Open();
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // names that tests write
        command.CommandText = $"select count(*) from {table} where {where}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
