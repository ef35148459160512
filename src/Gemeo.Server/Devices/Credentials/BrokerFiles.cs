using System.Globalization;
using System.Text;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Things;

namespace Gemeo.Devices.Credentials;

/// <summary>What a Mosquitto that is not ours is told, as text. Pure.</summary>
static class BrokerFiles
{
    const string Head = "# Written by Gêmeo, and written over when credentials or the lab change.\n";

    /// <param name="ownHash">The hash of the server's own password.</param>
    public static string Passwords(MqttSettings own, string ownHash, IEnumerable<KnownDevice> devices) =>
        string.Concat(devices.Select(d => (d.User, d.Hash)).Append((own.User!, ownHash)).OrderBy(d => d.Item1, StringComparer.Ordinal).Select(d => $"{d.Item1}:{d.Item2}\n"));

    /// <param name="simulates">Simulated devices come in as the server's own user, so it may say everything.</param>
    public static string Rights(MqttSettings own, IReadOnlyCollection<ThingDescription> lab, IEnumerable<KnownDevice> devices, bool simulates)
    {
        var text = new StringBuilder(Head).Append(CultureInfo.InvariantCulture, $"\nuser {own.User}\n");
        Topics(text, "read", [own.Filter, "$SYS/broker/log/#"]);
        if (simulates) Topics(text, "readwrite", ["#"]);
        else Topics(text, "write", lab.SelectMany(t => DeviceRights.Of([t], new HashSet<string> { t.Id }).Heard));
        foreach (var device in devices.OrderBy(d => d.User, StringComparer.Ordinal))
        {
            var rights = DeviceRights.Of(lab, device.Things);
            text.Append(CultureInfo.InvariantCulture, $"\nuser {device.User}\n");
            Topics(text, "write", rights.Said);
            Topics(text, "read", rights.Heard);
        }
        return text.ToString();
    }

    // A topic that would not stay one word of one line is left out: it must not become a line of its own.
    static void Topics(StringBuilder text, string access, IEnumerable<string> topics)
    {
        foreach (var topic in topics.Distinct().Order(StringComparer.Ordinal))
            if (!topic.Any(char.IsControl) && topic == topic.Trim()) text.Append(CultureInfo.InvariantCulture, $"topic {access} {topic}\n");
    }

    public static string Configuration(string folder, bool simulates) => Head + $"""
        # Goes into mosquitto.conf (or include_dir), beside your own listener lines.
        allow_anonymous false
        password_file {Path.Combine(folder, "passwd")}
        acl_file {Path.Combine(folder, "acl")}
        # One client id for each user: nobody takes another's place. Simulated devices share the server's user, so it is left out while they run.
        {(simulates ? "# " : "")}use_username_as_clientid true
        # 256 KiB is more than any device says; Mosquitto itself would take 256 MiB.
        message_size_limit 262144
        max_inflight_messages 100
        # What Mosquitto refuses is told to Gêmeo, which puts it on record.
        log_dest topic
        log_type error
        log_type warning
        log_type notice
        # Refused publishes are told in a file only, and as one message among all: with these two, and Gemeo:Mqtt:BrokerLog.
        # log_dest file /var/log/mosquitto/mosquitto.log
        # log_type debug

        """;
}
