using System.Text.RegularExpressions;
using Gemeo.Labs;
using Gemeo.Log;
using Microsoft.Extensions.Options;

namespace Gemeo.Hosting;

/// <summary>Why a start failed, in words for the person who started it; null when it is a bug and the stack should show.</summary>
public static partial class StartFault
{
    public static string? Explain(Exception why) => why switch
    {
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        OptionsValidationException faulty => string.Join(Environment.NewLine, faulty.Failures),
        LabException lab => "Gemeo:Lab: the lab cannot be used." + Environment.NewLine + lab.Message,
        LogUnusableException or StartException => why.Message,
        InvalidOperationException { Message: var m } when m.Contains("ErrorOnUnknownConfiguration", StringComparison.Ordinal) => Unknown(m),
        InvalidOperationException { Message: var m, InnerException: FormatException or ArgumentException or OverflowException } => "Setting: " + m,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } taken =>
            $"The HTTP address is taken ({taken.Message}); set another with --urls=http://127.0.0.1:8081.",
        System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AccessDenied or System.Net.Sockets.SocketError.AddressNotAvailable } socket =>
            $"The HTTP address cannot be used ({socket.Message}); set another with --urls=http://127.0.0.1:8081.",
        _ => null,
    };

    // The binder names the class and the leftover; a person knows the section.
    static string Unknown(string told)
    {
        var at = Leftover().Match(told);
        var section = at.Groups[1].Value is { Length: > 0 } part ? $"Gemeo:{part}:" : "Gemeo:";
        return at.Success ? $"Unknown setting {section}{at.Groups[2].Value}; docs/settings.md lists all there are." : "Unknown setting: " + told;
    }

    [GeneratedRegex(@"instance of Gemeo\.Hosting\.(\w*)Settings: '([^']+)'")]
    private static partial Regex Leftover();
}
