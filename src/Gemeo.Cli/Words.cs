using System.Globalization;

namespace Gemeo.Cli;

/// <summary>What a person reads, in Portuguese or English.</summary>
public sealed class Words(bool portuguese)
{
    public string Tag => portuguese ? "pt" : "en";

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(portuguese ? "pt-BR" : "en");

    public string this[string pt, string en] => portuguese ? pt : en;

    /// <summary>The language of <c>--lang</c>, else of the environment. A machine that names none (<c>C</c>, <c>POSIX</c>)
    /// gets the house's own, Portuguese; one that names a third language gets English.</summary>
    public static Words Of(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var wanted = Asked(args) ?? Named(environment);
        return new(wanted.StartsWith("pt", StringComparison.OrdinalIgnoreCase) || IsNobodys(wanted));
    }

    // Help and parse errors need the language before the line is parsed.
    static string? Asked(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--lang" && i + 1 < args.Count) return args[i + 1];
            if (args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal)) return args[i][7..];
        }
        return null;
    }

    static string Named(Func<string, string?> environment) =>
        ((string[])["LC_ALL", "LC_MESSAGES", "LANG"]).Select(environment).FirstOrDefault(v => !string.IsNullOrEmpty(v))
        ?? (OperatingSystem.IsWindows() ? CultureInfo.InstalledUICulture.Name : "");

    static bool IsNobodys(string wanted) => wanted.Split('.', '_')[0] is "" or "C" or "POSIX";
}
