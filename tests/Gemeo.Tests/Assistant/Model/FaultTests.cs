using System.Net;
using System.Net.Sockets;
using Gemeo.Assistant.Grounding;
using static Gemeo.Tests.Assistant.Model.ModelRig;

namespace Gemeo.Tests.Assistant.Model;

public sealed class FaultTests
{
    const string Supply = "A fonte da bancada fornece 12 V e 5 A.";
    static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Protocols => ["openai", "ollama"];

    public static TheoryData<string, int, string> Statuses
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var protocol in (string[])["openai", "ollama"])
                foreach (var (status, code) in ((int, string)[])[(400, "model-error"), (401, "model-refused"), (403, "model-refused"), (404, "model-missing"), (429, "model-busy"), (500, "model-error"), (503, "model-error"), (302, "model-error")])
                    rows.Add(protocol, status, code);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Statuses))]
    public async Task A_refusal_of_the_provider_is_one_clear_signal_after_one_request(string protocol, int status, string code)
    {
        await using var rig = await Start(protocol, [new Script.Refuse(status)]);
        var heard = await rig.Ask(Question("E a fonte?", Passage(Supply)));
        Assert.Equal(code, Assert.IsType<ChatPart.Failed>(Assert.Single(heard.Parts)).Code);
        Assert.StartsWith("O modelo de linguagem não respondeu", heard.Failed!.Words.Pt, StringComparison.Ordinal);
        Assert.StartsWith("The language model did not answer", heard.Failed.Words.En, StringComparison.Ordinal);
        Assert.Single(rig.Server.Requests);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_server_that_is_not_there_is_unreachable(string protocol)
    {
        await using var rig = await Start(protocol, s => s.Assistant.Endpoint = $"http://127.0.0.1:{ClosedPort()}/");
        Assert.Equal("model-unreachable", (await rig.Ask(Question("E a fonte?", Passage(Supply)))).Failed!.Code);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_connection_that_breaks_is_dropped_and_what_was_checked_before_stays(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Say("A fonte fornece 12 V [1]. E tam"), new Script.Drop()]);
        var heard = await rig.Ask(Question("E a fonte?", Passage(Supply)));
        Assert.Equal("A fonte fornece 12 V [1].", heard.Text);
        Assert.Equal("model-dropped", heard.Failed!.Code);
        Assert.True(heard.Failed.Spoke);
        Assert.Same(heard.Failed, heard.Parts[^1]);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_stream_that_ends_without_saying_so_is_dropped_and_its_half_sentence_is_not_shown(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Say("A fonte fornece 12 V [1]"), new Script.Leave()]);
        var heard = await rig.Ask(Question("E a fonte?", Passage(Supply)));
        Assert.Equal(("", "model-dropped"), (heard.Text, heard.Failed!.Code));
    }

    [Theory]
    [InlineData("openai", "data: {\"choices\": nonsense\n\n", "model-garbled")]
    [InlineData("openai", "data: {\"error\":{\"message\":\"out of memory\"}}\n\n", "model-dropped")]
    [InlineData("ollama", "{\"message\": nonsense\n", "model-garbled")]
    [InlineData("ollama", "<html>\n", "model-garbled")]
    [InlineData("ollama", "{\"error\":\"out of memory\"}\n", "model-dropped")]
    public async Task What_is_not_an_answer_of_the_protocol_is_found_out(string protocol, string raw, string code)
    {
        await using var rig = await Start(protocol, [new Script.Raw(raw), new Script.Leave()]);
        Assert.Equal(code, (await rig.Ask(Question("E a fonte?", Passage(Supply)))).Failed!.Code);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_model_that_says_nothing_runs_out_of_time_and_its_request_is_taken_back(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Stall()]);
        var asking = rig.Ask(Question("E a fonte?", Passage(Supply)));
        await rig.Server.Stalled.Task.WaitAsync(_limit);
        Assert.False(asking.IsCompleted);
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("model-timeout", (await asking.WaitAsync(_limit)).Failed!.Code);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_model_that_stops_in_the_middle_runs_out_of_time(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Say("A fonte fornece 12 V [1]. E tam"), new Script.Stall()]);
        var asking = rig.Ask(Question("E a fonte?", Passage(Supply)));
        await rig.Server.Stalled.Task.WaitAsync(_limit);
        rig.Time.Advance(TimeSpan.FromSeconds(31));
        var heard = await asking.WaitAsync(_limit);
        Assert.Equal("model-timeout", heard.Failed!.Code);
        await rig.Server.Aborted.Task.WaitAsync(_limit);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task A_whole_answer_has_its_time_too(string protocol)
    {
        await using var rig = await Start(protocol, s => (s.Assistant.Silence, s.Assistant.Timeout) = (3600, 60), [new Script.Say("A fonte"), new Script.Stall()]);
        var asking = rig.Ask(Question("E a fonte?", Passage(Supply)));
        await rig.Server.Stalled.Task.WaitAsync(_limit);
        rig.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("model-timeout", (await asking.WaitAsync(_limit)).Failed!.Code);
        await rig.Server.Aborted.Task.WaitAsync(_limit);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task Who_leaves_takes_the_request_to_the_model_along(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Say("A fonte"), new Script.Stall()]);
        using var leaving = new CancellationTokenSource();
        var asking = rig.Ask(Question("E a fonte?", Passage(Supply)), leaving.Token);
        await rig.Server.Stalled.Task.WaitAsync(_limit);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(_limit));
        await rig.Server.Aborted.Task.WaitAsync(_limit);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task Who_stops_reading_takes_the_request_to_the_model_along(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Say("A fonte fornece 12 V [1]. E"), new Script.Stall()]);
        await foreach (var _ in rig.Model.Answer(Question("E a fonte?", Passage(Supply)))) break;
        await rig.Server.Aborted.Task.WaitAsync(_limit);
    }

    [Theory, MemberData(nameof(Protocols))]
    public async Task The_key_goes_to_the_provider_and_into_no_log(string protocol)
    {
        await using var rig = await Start(protocol, [new Script.Refuse(401, $"Incorrect key {Key}")]);
        var heard = await rig.Ask(Question("E a fonte?", Passage(Supply)));
        Assert.Equal([$"Bearer {Key}"], rig.Server.Authorizations);
        Assert.NotEmpty(rig.Logged.All);
        Assert.DoesNotContain(rig.Logged.All, l => l.Contains(Key, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, string.Concat(heard.Parts), StringComparison.Ordinal);
    }

    static int ClosedPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
