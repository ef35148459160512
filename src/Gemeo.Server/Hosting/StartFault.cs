using Gemeo.Labs;
using Gemeo.Log;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>Why a start failed, in words for the person who started it; null when it is a bug and the stack should show.</summary>
public static class StartFault
{
    public static string? Explain(Exception why) => why switch
    {
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        OptionsValidationException faulty => string.Join(Environment.NewLine, faulty.Failures),
        LabException lab => "Gemeo:Lab: the lab cannot be used." + Environment.NewLine + lab.Message,
        LogUnusableException or StartException => why.Message,
        InvalidDataException { InnerException: FormatException broken } => $"{why.Message} {(broken.InnerException ?? broken).Message}",
        InvalidOperationException { Message: var m } when m.Contains("ErrorOnUnknownConfiguration", StringComparison.Ordinal) => "Unknown setting: " + m,
        InvalidOperationException { Message: var m, InnerException: FormatException or ArgumentException or OverflowException } => "Setting: " + m,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } taken =>
            $"The HTTP address is taken ({taken.Message}); set another with --urls=http://127.0.0.1:8081.",
        System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AccessDenied or System.Net.Sockets.SocketError.AddressNotAvailable } socket =>
            $"The HTTP address cannot be used ({socket.Message}); set another with --urls=http://127.0.0.1:8081.",
        _ => null,
    };
}
