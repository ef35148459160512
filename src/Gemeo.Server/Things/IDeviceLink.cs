namespace Gemeo.Things;

/// <summary>The way to the physical devices: the embedded broker, or the client of an external one.</summary>
public interface IDeviceLink
{
    /// <summary>Publishes an order; ends when the broker has it, or may have it. Throws when it surely has it not.
    /// What may be lost is given again only when the plan says that doing it twice is doing it once; after the plan's time nobody shall obey it any more.</summary>
    Task SendAsync(Plan plan, string commandId, CancellationToken cancel);
}

/// <summary>The broker is not there; the message says which and why.</summary>
public sealed class DeviceLinkException(string message, Exception? inner = null) : Exception(message, inner);
