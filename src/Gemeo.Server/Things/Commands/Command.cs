using System.Text.Json;
using System.Text.Json.Serialization;
using Gemeo.Log;

namespace Gemeo.Things;

[JsonConverter(typeof(JsonStringEnumConverter<CommandOf>))]
public enum CommandOf : byte
{
    [JsonStringEnumMemberName("action")] Action,
    [JsonStringEnumMemberName("property")] Property,
}

/// <summary><c>pending → sent → confirmed | failed | expired</c>. Only what the device reports confirms.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommandState>))]
public enum CommandState : byte
{
    [JsonStringEnumMemberName("pending")] Pending,
    [JsonStringEnumMemberName("sent")] Sent,
    [JsonStringEnumMemberName("confirmed")] Confirmed,
    [JsonStringEnumMemberName("failed")] Failed,
    [JsonStringEnumMemberName("expired")] Expired,
}

/// <summary>An action or a property write on its way, as everybody sees it.</summary>
[GenerateSerializer, Immutable]
public sealed record Command
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Thing { get; init; }
    /// <summary>Whether it is an action or a property write.</summary>
    [Id(2)] public required CommandOf Of { get; init; }
    /// <summary>Name of the action or property.</summary>
    [Id(3)] public required string Name { get; init; }
    /// <summary>The action's input or the value to write.</summary>
    [Id(4)] public JsonElement? Input { get; init; }
    [Id(5)] public required CommandState State { get; init; }
    /// <summary>True when nothing had to be sent: it was so already.</summary>
    [Id(6)] public bool Already { get; init; }
    /// <summary>True when nothing the device reports can confirm it; it then ends at <c>sent</c>.</summary>
    [Id(7)] public bool Unconfirmable { get; init; }
    [Id(8)] public required DateTimeOffset Created { get; init; }
    /// <summary>By when the device must have answered; for a queued one counted from sending.</summary>
    [Id(9)] public DateTimeOffset? Deadline { get; init; }
    /// <summary>Waits for the device to come back until then.</summary>
    [Id(10)] public DateTimeOffset? QueuedUntil { get; init; }
    [Id(11)] public DateTimeOffset? Sent { get; init; }
    [Id(12)] public DateTimeOffset? Ended { get; init; }
    /// <summary>Seconds granted to the device.</summary>
    [Id(13)] public required double Timeout { get; init; }
    /// <summary>Who asked.</summary>
    [Id(14)] public string? By { get; init; }
    /// <summary>Why it failed or expired: offline, no-answer, not-sent, superseded, restarted.</summary>
    [Id(15)] public string? Reason { get; init; }

    [JsonIgnore]
    public bool Open => State is CommandState.Pending || (State is CommandState.Sent && !Unconfirmable);

    [JsonIgnore]
    public bool Queued => State is CommandState.Pending && QueuedUntil is not null;

    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(this, CommandJson.Default.Command);

    public static Command Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, CommandJson.Default.Command)!;

    public CommandRow Row() => new(Id, Thing, Open, Json());
}

[JsonSerializable(typeof(Command))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(IsoTime)])]
public sealed partial class CommandJson : JsonSerializerContext;
