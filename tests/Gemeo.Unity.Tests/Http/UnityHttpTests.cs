using System.Text;
using Gemeo.Client;

namespace Gemeo.Unity.Tests.Http;

public sealed class UnityHttpTests
{
    static readonly byte[] _cut = Encoding.UTF8.GetBytes("caf\u00e9 \ud83d\ude00!");

    [Fact]
    public async Task An_answer_is_read_as_it_comes_and_characters_that_come_in_halves_are_whole()
    {
        using var server = new Pieces();
        await Player.Play(async _ =>
        {
            var asked = server.Asked();
            var sent = new UnityHttp().Send(new HttpQuestion("GET", server.Url), default);
            using var answering = await asked;
            await answering.Head();
            await answering.Chunk(_cut[..4]);
            using var answer = await sent;
            Assert.Equal((200, "text/plain"), (answer.Status, answer.Header("content-TYPE")));
            var text = await answer.Read(default);
            Assert.Equal("caf", text);
            foreach (var b in _cut[4..]) await answering.Chunk(b);
            await answering.End();
            while (await answer.Read(default) is { } piece) text += piece;
            Assert.Equal("caf\u00e9 \ud83d\ude00!", text);
        });
    }

    [Fact]
    public void However_it_is_cut_a_text_is_the_same() => CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.Int[1, 5]), (text, size) =>
    {
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var heard = new StringBuilder();
        var handler = new PieceHandler(piece => heard.Append(piece));
        foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(size)) handler.Hand(piece);
        return heard.ToString() == text;
    });

    [Fact]
    public async Task Method_headers_and_body_arrive()
    {
        using var server = new Pieces();
        await Player.Play(async _ =>
        {
            var asked = server.Asked();
            var question = new HttpQuestion("PUT", server.Url) { Body = "{\"é\":1}" };
            question.Headers["Content-Type"] = "application/json";
            question.Headers["Accept-Language"] = "pt";
            question.Headers["Authorization"] = "Bearer chave";
            var sent = new UnityHttp().Send(question, default);
            using var answering = await asked;
            await answering.Head("HTTP/1.1 204 No Content");
            using var answer = await sent;
            Assert.Equal(204, answer.Status);
            Assert.Null(await answer.Read(default));
            Assert.StartsWith("PUT / HTTP/1.1\r\n", answering.Question, StringComparison.Ordinal);
            foreach (var line in new[] { "Content-Type: application/json", "Accept-Language: pt", "Authorization: Bearer chave", "{\"é\":1}" })
                Assert.Contains(line, answering.Question, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task It_may_be_asked_from_another_thread()
    {
        await using var server = await TestServer.Start();
        await Player.Play(async player =>
        {
            var http = new UnityHttp();
            var text = await Task.Run(async () =>
            {
                using var answer = await http.Send(new HttpQuestion("GET", new Uri(server.Url, "health/live")), default);
                return (answer.Status, await answer.Read(default));
            });
            Assert.Equal(200, text.Status);
            await player.Frames(1);
        });
    }

    [Fact]
    public async Task Given_up_it_ends_at_once_and_the_server_sees_it()
    {
        using var server = new Pieces();
        await Player.Play(async _ =>
        {
            var http = new UnityHttp();
            using var impatient = new CancellationTokenSource();
            var (asked, sent) = (server.Asked(), http.Send(new HttpQuestion("GET", server.Url), impatient.Token));
            using (var answering = await asked)
            {
                impatient.Cancel();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
                await answering.Closed();
            }
            (asked, sent) = (server.Asked(), http.Send(new HttpQuestion("GET", server.Url), default));
            using (var answering = await asked)
            {
                await answering.Head();
                await answering.Chunk(65);
                var answer = await sent;
                await answer.Read(default);
                using var late = new CancellationTokenSource();
                var reading = answer.Read(late.Token);
                late.Cancel();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
                await answering.Chunk(66);
                Assert.Equal("B", await answer.Read(default));
                answer.Dispose();
                await answering.Closed();
            }
        });
    }

    [Fact]
    public async Task Nobody_there_plain_HTTP_forbidden_and_an_answer_that_breaks_off_are_told_apart_from_refusals()
    {
        using var server = new Pieces();
        await Player.Play(async player =>
        {
            var http = new UnityHttp();
            await Assert.ThrowsAsync<UnreachedException>(() => http.Send(new HttpQuestion("GET", new Uri("http://127.0.0.1:1/")), default));
            player.ForbidsHttp = true;
            var forbidden = await Assert.ThrowsAsync<UnreachedException>(() => http.Send(new HttpQuestion("GET", server.Url), default));
            Assert.Contains("Insecure connection", forbidden.Message, StringComparison.Ordinal);
            player.ForbidsHttp = false;
            var (asked, sent) = (server.Asked(), http.Send(new HttpQuestion("GET", server.Url), default));
            IHttpAnswer answer;
            using (var answering = await asked)
            {
                await answering.Head();
                await answering.Chunk(65);
                answer = await sent;
                Assert.Equal("A", await answer.Read(default));
            }
            await Assert.ThrowsAsync<UnreachedException>(() => answer.Read(default));
        });
    }

    [Fact]
    public async Task A_redirection_is_not_followed_for_the_key_would_go_along()
    {
        using var server = new Pieces();
        await Player.Play(async _ =>
        {
            var (asked, sent) = (server.Asked(), new UnityHttp().Send(new HttpQuestion("GET", server.Url), default));
            using var answering = await asked;
            await answering.Head("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0");
            using var answer = await sent;
            Assert.Equal((302, "http://127.0.0.1:1/"), (answer.Status, answer.Header("Location")));
        });
    }
}
