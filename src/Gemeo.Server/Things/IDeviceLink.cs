using Gemeo.Labs;

namespace Gemeo.Things;

/// <summary>The way to the physical devices: the embedded broker, or the client of an external one.</summary>
public interface IDeviceLink
{
    /// <summary>Publishes an order; ends when the broker has it. Throws <see cref="DeviceLinkException"/> when it cannot be given.</summary>
    Task SendAsync(Form form, byte[]? value, string commandId, CancellationToken cancel);
}

/// <summary>The broker is not there; the message says which and why.</summary>
public sealed class DeviceLinkException(string message, Exception? inner = null) : Exception(message, inner);
