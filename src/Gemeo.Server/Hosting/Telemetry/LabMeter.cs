using System.Diagnostics.Metrics;
using Gemeo.Assistant.Chat;
using Gemeo.Devices;
using Gemeo.Devices.Broker;
using Gemeo.Knowledge.Library;
using Gemeo.Live;
using Gemeo.Log;
using Gemeo.Presence;
using Gemeo.Things;

namespace Gemeo.Hosting.Telemetry;

/// <summary>The meter <c>Gemeo</c>: figures that the slices keep anyway, read when somebody looks. Durations are measured from the first look on,
/// so a server that nobody looks at measures nothing.</summary>
public sealed class LabMeter
{
    public const string Name = "Gemeo";

    static readonly InstrumentAdvice<double> _commitTimes = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] };
    static readonly InstrumentAdvice<long> _sizes = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 4096] };
    static readonly InstrumentAdvice<double> _commandTimes = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    public LabMeter(IMeterFactory factory, ReadingInbox inbox, Rejections rejections, Unmatched unmatched, ILogStore store, LogWriter writer, CommandFigures commands,
        LiveApi live, IBroker broker, PresenceNode presence, Catalogue documents, ChatDesk chat)
    {
        var meter = factory.Create(Name);
        meter.CreateObservableCounter("gemeo.readings", () => inbox.Taken, "{reading}", "Readings that devices reported, taken since the start.");
        meter.CreateObservableCounter("gemeo.messages.rejected", () => rejections.Total, "{message}", "MQTT messages that were refused since the start.");
        meter.CreateObservableCounter("gemeo.messages.unmatched", () => unmatched.Total, "{message}", "MQTT messages on topics of no thing since the start.");
        meter.CreateObservableCounter("gemeo.log.entries", () => store.Head, "{entry}", "Entries committed to the log since it was made.");
        meter.CreateObservableGauge("gemeo.log.well", () => writer.Fault is null ? 1 : 0, null, "1 while the log can be written.");
        meter.CreateObservableCounter("gemeo.commands", () => commands.Counts.Select(c => new Measurement<long>(c.Count, new KeyValuePair<string, object?>("outcome", c.Outcome))), "{command}", "Commands that ended since the start, by how.");
        meter.CreateObservableGauge("gemeo.live.clients", () => live.Clients, "{client}", "Sockets and event streams that are open.");
        meter.CreateObservableGauge("gemeo.live.lag", () => live.Lag, "{entry}", "How many entries the socket that is farthest behind has yet to get.");
        meter.CreateObservableGauge("gemeo.broker.connected", () => broker.Status.Connected ? 1 : 0, null, "1 while devices can be reached.");
        meter.CreateObservableGauge("gemeo.broker.clients", () => broker.Status.Clients is { } clients ? [new Measurement<int>(clients)] : Array.Empty<Measurement<int>>(), "{client}", "MQTT clients of the broker inside.");
        meter.CreateObservableGauge("gemeo.presence.people", () => presence.People, "{person}", "People in rooms.");
        meter.CreateObservableGauge("gemeo.documents.waiting", () => documents.Waiting(), "{document}", "Documents that are being read or wait for it.");
        meter.CreateObservableCounter("gemeo.questions", () => chat.Heard, "{message}", "Messages to the assistant since the start.");
        Measure(meter, writer, commands);
    }

    static void Measure(Meter meter, LogWriter writer, CommandFigures commands)
    {
        var times = meter.CreateHistogram("gemeo.log.commit.duration", "s", "How long a group commit took.", advice: _commitTimes);
        var sizes = meter.CreateHistogram("gemeo.log.commit.size", "{entry}", "Entries of a group commit.", advice: _sizes);
        writer.Measured = (took, entries) =>
        {
            times.Record(took.TotalSeconds);
            sizes.Record(entries);
        };
        var durations = meter.CreateHistogram("gemeo.command.duration", "s", "From an order to its end.", advice: _commandTimes);
        commands.Measured = (took, outcome) => durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
