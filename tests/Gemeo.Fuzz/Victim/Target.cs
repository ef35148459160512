namespace Gemeo.Fuzz.Victim;

/// <summary>What is attacked: a server of our own on this machine.</summary>
public sealed record Target(int HttpPort, int MqttPort, Func<bool> IsAlive)
{
    /// <summary>The administrator's key of the settings, and the MQTT user's password: of this run, on loopback, for an hour.</summary>
    public const string Key = "fuzz-administrator-key", User = "fuzz", Password = "fuzz-password";

    public bool Alive => IsAlive();

    public Uri Url => new($"http://127.0.0.1:{HttpPort}");

    /// <summary>Keys of the roles that are less, once they are made.</summary>
    public IReadOnlyList<string> LesserKeys { get; set; } = [];

    /// <summary>The lab's things and what they have, and the topics its file names.</summary>
    public Names Names { get; set; } = new([], [], []);
}

/// <summary>What there is to ask for by name.</summary>
public sealed record Names(IReadOnlyList<string> Things, IReadOnlyList<string> Affordances, IReadOnlyList<string> Topics);
