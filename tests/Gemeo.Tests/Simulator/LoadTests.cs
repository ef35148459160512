using Gemeo.Simulator.Commands;
using Gemeo.Simulator.Load;
using Gemeo.Simulator.Wire;
using Xunit;

namespace Gemeo.Tests.Simulator;

public sealed class LoadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task It_sends_exactly_as_many_as_asked_in_turn(int qos)
    {
        await using var broker = await TestBroker.StartAsync();
        var plan = new LoadPlan(Sensors: 10, Rate: 100_000, Topic: "load/{n}/distance", Qos: qos, Clients: 3);
        var result = await new LoadGenerator(plan, broker.Address, TimeProvider.System).RunAsync(null, 500, CancellationToken.None);
        Assert.Equal((500, 0), (result.Sent, result.Failed));
        await broker.Until(() => broker.Count == 500, "all readings");
        for (var n = 1; n <= 10; n++)
            Assert.InRange(broker.Payloads($"load/{n}/distance").Count, 40, 60);
        Assert.All(broker.Payloads("load/1/distance"), payload => Assert.Matches(@"^\d+\.\d\d$", payload));
    }

    [Fact]
    public async Task It_keeps_to_the_offered_rate()
    {
        await using var broker = await TestBroker.StartAsync();
        var plan = new LoadPlan(Sensors: 5, Rate: 400, Clients: 2);
        var result = await new LoadGenerator(plan, broker.Address, TimeProvider.System).RunAsync(TimeSpan.FromSeconds(0.5), null, CancellationToken.None);
        Assert.Equal(200, result.Sent);
        Assert.True(result.Elapsed >= TimeSpan.FromSeconds(0.45), result.Elapsed.ToString());
    }

    [Fact]
    public async Task The_program_prints_what_it_sent()
    {
        await using var broker = await TestBroker.StartAsync();
        var output = new StringWriter();
        var code = await SimulatorProgram.RunAsync(
            ["load", "--sensors", "4", "--rate", "5000", "--count", "40", "--qos", "1", "--broker", broker.Address.ToString()],
            output, output, CancellationToken.None);
        Assert.Equal(0, code);
        Assert.StartsWith("offered 5000/s, sent ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("40 readings", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_shows_its_password_and_is_told_when_it_is_wrong()
    {
        await using var broker = await TestBroker.StartAsync(password: "secret");
        var output = new StringWriter();
        string[] args = ["load", "--count", "20", "--rate", "5000", "--broker", broker.Address.ToString(), "--user", "lab", "--password"];
        Assert.Equal(0, await SimulatorProgram.RunAsync([.. args, "secret"], output, output, CancellationToken.None));
        Assert.Equal(1, await SimulatorProgram.RunAsync([.. args, "wrong"], output, output, CancellationToken.None));
        Assert.Contains("refused the connection", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_topics_and_many_acknowledgements_cross_the_wire_whole()
    {
        await using var broker = await TestBroker.StartAsync();
        var topic = string.Concat(Enumerable.Repeat("level/", 60)) + "{n}";
        var plan = new LoadPlan(Sensors: 1, Rate: 1_000_000, Topic: topic, Qos: 1, Clients: 1);
        var result = await new LoadGenerator(plan, broker.Address, TimeProvider.System).RunAsync(null, 5000, CancellationToken.None);
        Assert.Equal((5000, 0), (result.Sent, result.Failed));
        Assert.Equal(5000, broker.Payloads(topic.Replace("{n}", "1", StringComparison.Ordinal)).Count);
    }

    [Theory]
    [InlineData(2, "load", "--rate", "-1")]
    [InlineData(2, "load", "--rate", "many")]
    [InlineData(2, "load", "--speed", "9")]
    [InlineData(2, "unplug")]
    [InlineData(2, "--broker", "x")]
    [InlineData(1, "nowhere/simulator.json")]
    [InlineData(1, "load", "--broker", "127.0.0.1:1")]
    [InlineData(0, "help")]
    public async Task A_command_line_that_makes_no_sense_is_answered_in_a_sentence(int expected, params string[] args)
    {
        var output = new StringWriter();
        Assert.Equal(expected, await SimulatorProgram.RunAsync(args, output, output, CancellationToken.None));
        Assert.NotEmpty(output.ToString());
    }

    [Theory]
    [InlineData("host", "host", 1883)]
    [InlineData("10.0.0.1:99", "10.0.0.1", 99)]
    [InlineData("[::1]:99", "::1", 99)]
    [InlineData("[::1]", "::1", 1883)]
    public void A_broker_is_host_and_port(string text, string host, int port) => Assert.Equal(new Broker(host, port), Broker.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("host:x")]
    [InlineData("host:0")]
    [InlineData(":1883")]
    public void What_is_no_broker_is_none(string text) => Assert.Null(Broker.Parse(text));
}
