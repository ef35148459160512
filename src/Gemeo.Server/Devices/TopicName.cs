namespace Gemeo.Devices;

/// <summary>Topics as they are remembered and shown: MQTT allows 64 KB, no person does.</summary>
static class TopicName
{
    const int Longest = 512;

    public static string Shown(string topic) => topic.Length <= Longest ? topic : string.Concat(topic.AsSpan(0, char.IsHighSurrogate(topic[Longest - 2]) ? Longest - 2 : Longest - 1), "…");
}
