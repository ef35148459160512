using System.Text;
using Spectre.Console;

namespace Gemeo.Cli;

/// <summary>How Spectre is to draw: in colours on a terminal, in plain characters and never wrapped elsewhere.</summary>
static class Terminal
{
    const int FileWidth = 1000;

    // Left to itself, Spectre would guess from the environment and colour a file or a pipe too.
    public static IAnsiConsole Over(TextWriter to, bool isTerminal, bool isPlain)
    {
        var drawn = isTerminal && !isPlain;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new Output(to, isTerminal),
            Ansi = drawn ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = drawn ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = drawn ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (drawn && console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors) console.Profile.Capabilities.ColorSystem = ColorSystem.Standard;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    sealed class Output(TextWriter to, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => to;

        public bool IsTerminal => isTerminal;

        public int Width => isTerminal && Size(() => Console.WindowWidth) is > 0 and var columns ? columns : isTerminal ? 80 : FileWidth;

        public int Height => isTerminal && Size(() => Console.WindowHeight) is > 0 and var rows ? rows : 24;

        public void SetEncoding(Encoding encoding)
        {
            if (to == Console.Out) Console.OutputEncoding = encoding;
        }

        static int Size(Func<int> of)
        {
            try { return of(); }
            catch (Exception why) when (why is IOException or PlatformNotSupportedException) { return 0; }
        }
    }
}
