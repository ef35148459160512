namespace Gemeo.Hosting;

/// <summary>The server cannot start; the message is one sentence that tells what to set.</summary>
public sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
