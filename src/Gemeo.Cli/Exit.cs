using Gemeo.Client;

namespace Gemeo.Cli;

/// <summary>Exit codes; scripts rely on them, so they never change their meaning (docs/cli.md).</summary>
public static class Exit
{
    public const int Ok = 0;
    /// <summary>The command line was wrong, or what was checked has faults.</summary>
    public const int Fault = 1;
    /// <summary>The server said no: unknown thing, value out of range, device offline, key missing.</summary>
    public const int Refused = 3;
    /// <summary>The order went out and the device did not answer in time; whether it obeyed is unknown.</summary>
    public const int NoAnswer = 4;
    /// <summary>Nobody answers at the server's address.</summary>
    public const int Unreachable = 5;
    /// <summary>Ctrl-C before the end.</summary>
    public const int Interrupted = 130;

    public static int Of(Refusal refusal) => refusal.Status == 504 ? NoAnswer : Refused;
}
