using System.Net.Http.Headers;
using Gemeo.Cli.Connection;
using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Cli.Documents;

/// <summary>Sends a file as the field <c>file</c> of a form: the library sends JSON only.</summary>
static class Uploading
{
    static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    /// <param name="sent">Told how many bytes have gone.</param>
    /// <returns>The server's document of it.</returns>
    public static async Task<JToken> Send(Session session, string file, Action<long> sent, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        using var form = new MultipartFormDataContent { { new StreamContent(new ToldStream(content, sent)), "file", Path.GetFileName(file) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, session.Wire.Address.Of("documents")) { Content = form };
        request.Headers.AcceptLanguage.ParseAdd(session.Words.Tag);
        if (session.Wire.Address.Key is { } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var (status, body) = await Answer(session.Wire, request, cancel);
        if (status is < 200 or >= 300) throw RefusedException.Of(Refusal.Read(status, body));
        return Json.Parse(body).Items("items").FirstOrDefault() ?? throw new BadAnswerException("no document");
    }

    static async Task<(int Status, string Body)> Answer(Wire wire, HttpRequestMessage request, CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        waiting.CancelAfter(_patience);
        try
        {
            using var response = await wire.Http.SendAsync(request, waiting.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(waiting.Token));
        }
        catch (HttpRequestException why) { throw new UnreachedException(why.GetBaseException().Message.TrimEnd('.'), why); }
        catch (OperationCanceledException why) when (!cancel.IsCancellationRequested) { throw new UnreachedException("time-out", why); }
    }
}
