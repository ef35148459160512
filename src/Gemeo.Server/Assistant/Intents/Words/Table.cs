using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Words;

/// <summary>Reads the data files beside this one: columns parted by tabs, # begins a comment.</summary>
static class Table
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream($"Gemeo.Intents.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the program");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }

    public static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Lang Lang(string cell) => cell == "pt" ? Linguistics.Lang.Pt : cell == "en" ? Linguistics.Lang.En
        : throw new InvalidOperationException($"pt or en is expected, not {cell}");
}
