using System.Globalization;
using System.Text.Json;
using Gemeo.Labs;

namespace Gemeo.Devices.Credentials;

/// <summary>What is typed into a device, told once: its password is not kept.</summary>
/// <param name="Tls">That port speaks TLS.</param>
/// <param name="Ca">What signs the broker's certificate (PEM), for a device to trust; null without TLS, and where the certificate's files do not hold it.</param>
/// <param name="Publishes">Topics (or filters) on which it may publish.</param>
/// <param name="Subscribes">Topics of its orders.</param>
/// <param name="Snippets">Ready for <c>tasmota</c>, <c>esphome</c> and <c>mosquitto_pub</c>, and the file that this reads.</param>
/// <param name="Notes">What a person should know, in English.</param>
public sealed record DeviceCard(
    string User, string Password, string ClientId, string Host, int Port, bool Tls, string? Ca, IReadOnlyList<string> Things,
    IReadOnlyList<string> Publishes, IReadOnlyList<string> Subscribes, IReadOnlyDictionary<string, string> Snippets, IReadOnlyList<string> Notes);

/// <summary>The words for the firmwares.</summary>
static class Snippets
{
    const string CaFile = "gemeo-ca.pem";

    public static Dictionary<string, string> Of(DeviceCard card, Availability? availability)
    {
        var all = new Dictionary<string, string> { ["tasmota"] = Tasmota(card), ["esphome"] = EspHome(card, availability), ["mosquitto_pub"] = Publish(card) };
        if (card.Ca is { } ca) all[CaFile] = ca + "\n";
        return all;
    }

    static string Tasmota(DeviceCard card)
    {
        var topic = card.Subscribes.FirstOrDefault(t => t.StartsWith("cmnd/", StringComparison.Ordinal))?.Split('/')[1];
        var id = card.ClientId.Length > 0 ? card.ClientId : card.User;
        return Line($"Backlog MqttHost {card.Host}; MqttPort {card.Port}; MqttUser {card.User}; MqttPassword {card.Password}; MqttClient {id}") + Secure(card) + (topic is null ? "" : $"; Topic {topic}");
    }

    // It knows a few public authorities; for any other it compares the fingerprint of the key.
    static string Secure(DeviceCard card) => !card.Tls ? "" : card.Ca is null ? "; SetOption103 1" : "; SetOption103 1; SetOption132 1";

    static string EspHome(DeviceCard card, Availability? availability)
    {
        var text = Line($"mqtt:\n  broker: {card.Host}\n  port: {card.Port}\n  username: {card.User}\n  password: {Quote(card.Password)}\n")
            + (card.ClientId.Length > 0 ? $"  client_id: {card.ClientId}\n" : "") + (card.Ca is { } ca ? $"  certificate_authority: |\n    {ca.Replace("\n", "\n    ", StringComparison.Ordinal)}\n" : "") + "  discovery: false\n  log_topic: null\n";
        if (availability is not { Form: { Json: false, Topic: var topic } }) return text;
        return text + $"  birth_message: {{ topic: {Quote(topic)}, payload: {Quote(availability.Online)}, retain: true }}\n  will_message: {{ topic: {Quote(topic)}, payload: {Quote(availability.Offline)}, retain: true }}\n";
    }

    static string Publish(DeviceCard card) =>
        Line($"mosquitto_pub -h {card.Host} -p {card.Port}{(card.Tls ? card.Ca is null ? " --tls-use-os-certs" : $" --cafile {CaFile}" : "")} -u {card.User} -P {Shell(card.Password)}") + (card.ClientId.Length > 0 ? $" -i {card.ClientId}" : "")
        + $" -t {Shell(card.Publishes.FirstOrDefault() ?? "…")} -m '…'";

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    static string Quote(string text) => JsonSerializer.Serialize(text, Hosting.JsonStyle.Web);
    static string Shell(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
