using System.Collections.Immutable;
using System.Globalization;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Wire;

namespace Gemeo.Bench.Systems;

/// <summary>A system that carries readings from a broker to WebSocket clients.</summary>
/// <param name="Name">As it stands in results.</param>
/// <param name="Health">Path that answers 2xx once it serves.</param>
/// <param name="Read">How its text frames carry a reading's number.</param>
/// <param name="Guess">Readings a second at which the first search begins, by number of clients.</param>
/// <param name="Start">Starts it: broker port, HTTP port, empty folder.</param>
sealed record Contestant(
    string Name, string Health, PayloadReader Read, ImmutableDictionary<int, double> Guess, Func<int, int, string, Child> Start)
{
    public static Contestant Seed { get; } = new(
        "seed", "/", Payloads.Bare, Guesses(24_000, 2_200, 380), (broker, http, _) => Child.Start(
            "seed", "/usr/bin/python3",
            ["-m", "uvicorn", "main:app", "--host", "127.0.0.1", "--port", Text(http), "--no-access-log", "--log-level", "warning"],
            Path.Combine(Repository.Root, "bench", "peers", "seed"),
            new Dictionary<string, string>
            {
                ["MQTT_BROKER"] = "127.0.0.1",
                ["MQTT_PORT"] = Text(broker),
                ["MQTT_TOPIC"] = "load/#",
            }));

    public static Contestant Raw { get; } = new(
        "raw", "/", Payloads.Bare, Guesses(100_000, 90_000, 90_000), (broker, http, _) => Passthrough("raw", broker, http));

    /// <summary>Passthrough as most would write it: the framework's WebSocket, one send for each message and client.</summary>
    public static Contestant Plain { get; } = new(
        "plain", "/", Payloads.Bare, Guesses(60_000, 25_000, 10_000), (broker, http, _) => Passthrough("plain", broker, http));

    public static Contestant Gemeo { get; } = new(
        "gemeo", "/health/ready", Payloads.Entry, Guesses(60_000, 50_000, 35_000), (broker, http, folder) => GemeoServer.Start(
            Path.Combine(Repository.Root, "labs", "load"), folder, http,
            "--Gemeo:Mqtt:Broker=127.0.0.1:" + Text(broker), "--Gemeo:Simulator=false"));

    public static ImmutableArray<Contestant> All { get; } = [Seed, Raw, Plain, Gemeo];

    static Child Passthrough(string kind, int broker, int http) => Child.Start(kind, "dotnet",
    [
        Repository.Built("bench/peers/Raw", "Raw"),
        "--Kind=" + kind, "--Broker=127.0.0.1:" + Text(broker), "--Topic=load/#", "--urls", Url(http),
    ]);

    static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    static string Url(int port) => "http://127.0.0.1:" + Text(port);

    static ImmutableDictionary<int, double> Guesses(double one, double ten, double fifty) =>
        ImmutableDictionary.CreateRange<int, double>([new(1, one), new(10, ten), new(50, fifty)]);
}
