using Gemeo.Simulator.Load;

namespace Gemeo.Simulator.Commands;

/// <summary><c>load</c>: many sensors at a given rate; prints what was offered and what was sent.</summary>
static class LoadCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken stop)
    {
        var arguments = new Arguments(args, "sensors", "rate", "seconds", "count", "qos", "topic", "clients", "broker", "user", "password");
        var usual = new LoadPlan();
        var plan = new LoadPlan(
            arguments.Whole("sensors", usual.Sensors), arguments.Number("rate", usual.Rate), arguments.Text("topic", usual.Topic),
            arguments.Whole("qos", usual.Qos), arguments.Whole("clients", usual.Clients));
        if (plan.Fault() is { } fault)
            throw new ArgumentException(fault);
        var count = arguments.Whole("count", 0);
        var seconds = arguments.Number("seconds", count > 0 ? 0 : 10);
        var result = await new LoadGenerator(plan, arguments.Broker(), TimeProvider.System)
            .RunAsync(seconds > 0 ? TimeSpan.FromSeconds(seconds) : null, count > 0 ? count : null, stop);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"offered {result.Offered:0}/s, sent {result.Rate:0}/s: {result.Sent} readings in {result.Elapsed.TotalSeconds:0.00} s, {result.Failed} failed"));
        return result.Failed == 0 ? 0 : 1;
    }
}
