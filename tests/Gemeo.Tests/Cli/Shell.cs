using Gemeo.Cli;

namespace Gemeo.Tests.Cli;

/// <summary>A terminal in which <c>gemeo</c> runs, within this process: nothing of the machine's environment reaches it.</summary>
sealed class Shell(Uri? server = null)
{
    readonly Page _out = new(), _error = new();

    public Dictionary<string, string> Environment { get; } = server is null ? [] : new() { ["GEMEO_URL"] = server.ToString() };
    public string Out => _out.ToString();
    public string Error => _error.ToString();
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A person sits before a screen: what is not null is what they type.</summary>
    public string? Typed { get; init; }

    /// <summary>Both outputs go before somebody's eyes.</summary>
    public bool IsTerminal { get; init; }

    public Task<int> Start(CancellationToken cancel, params string[] args)
    {
        var around = new Surroundings(_out, _error, Environment.GetValueOrDefault, TimeProvider.System)
        {
            In = new StringReader(Typed ?? ""),
            CanAsk = Typed is not null,
            OutIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
        };
        return GemeoCli.RunAsync(args, around, cancel);
    }

    /// <summary>Runs to its end in a terminal of its own.</summary>
    public static Task<Said> Run(Uri? server, params string[] args) => new Shell(server).Say(args);

    /// <summary>Runs to its end here.</summary>
    public async Task<Said> Say(params string[] args)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var exit = await Start(patience.Token, args);
        return new(exit, Out, Error);
    }

    /// <summary>Written by the program while a test reads.</summary>
    sealed class Page : StringWriter
    {
        readonly Lock _lock = new();

        public override void Write(char value) { lock (_lock) base.Write(value); }
        public override void Write(string? value) { lock (_lock) base.Write(value); }
        public override void Write(char[] buffer, int index, int count) { lock (_lock) base.Write(buffer, index, count); }
        public override void WriteLine(string? value) { lock (_lock) base.WriteLine(value); }
        public override string ToString() { lock (_lock) return base.ToString(); }
    }
}

sealed record Said(int Exit, string Out, string Error);
