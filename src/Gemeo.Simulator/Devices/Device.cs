using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>What one kind of device does, apart from its connection: called by one thread at a time, it answers with what to publish.</summary>
abstract class Device(DeviceEntry entry)
{
    protected DeviceEntry Entry { get; } = entry;

    /// <summary>The topic under which it speaks, <c>lab/{id}</c> unless the file says otherwise.</summary>
    protected string Topic { get; } = entry.Topic ?? $"lab/{entry.Id}";

    /// <summary>While lying it does as told and reports the opposite.</summary>
    public bool Lying { get; set; }

    public virtual Message? Will => null;

    public virtual IReadOnlyList<string> Commands => [];

    /// <summary>How often it ticks; null for a device that only answers.</summary>
    public virtual TimeSpan? Every => null;

    /// <summary>The power came back: what was volatile is gone.</summary>
    public virtual void PowerOn()
    {
    }

    /// <summary>What it says on connecting and when its manners change.</summary>
    public abstract IEnumerable<Message> Report(DateTimeOffset now);

    public virtual IEnumerable<Message> Obey(string topic, string payload, DateTimeOffset now) => [];

    public virtual IEnumerable<Message> Tick(DateTimeOffset now) => Report(now);

    protected TimeSpan Seconds(double usual) => TimeSpan.FromSeconds(Entry.Every ?? usual);

    protected static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The JSON object of a command; null for rubbish, which a device ignores.</summary>
    protected static JsonObject? Parse(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    protected static bool TryMember<T>(JsonObject order, string name, out T value)
    {
        value = default!;
        return order[name] is JsonValue member && member.TryGetValue(out value!);
    }
}
