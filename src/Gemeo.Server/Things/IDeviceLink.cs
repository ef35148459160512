using Gemeo.Labs;

namespace Gemeo.Things;

/// <summary>The way to the physical devices: the embedded broker, or the client of an external one.</summary>
public interface IDeviceLink
{
    /// <summary>Publishes an order; ends when the broker has it, or may have it. Throws when it surely has it not.</summary>
    /// <param name="repeatable">Doing it twice is doing it once, so what may be lost is given again.</param>
    Task SendAsync(Form form, byte[]? value, string commandId, bool repeatable, CancellationToken cancel);
}

/// <summary>The broker is not there; the message says which and why.</summary>
public sealed class DeviceLinkException(string message, Exception? inner = null) : Exception(message, inner);
