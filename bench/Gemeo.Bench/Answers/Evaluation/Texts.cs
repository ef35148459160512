namespace Gemeo.Bench.Answers.Evaluation;

/// <summary>Comparing texts as a person would: white space and case do not matter.</summary>
static class Texts
{
    const int Gram = 6;

    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    /// <summary>Six words in a row, every one.</summary>
    public static HashSet<string> Grams(string text)
    {
        var words = Plain(text).Split(' ');
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - Gram + 1)).Select(i => string.Join(' ', words[i..(i + Gram)]))];
    }

    /// <summary>Rows of a file that is shipped inside the assembly, cut at tabs.</summary>
    public static List<string[]> Rows(string resource)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(resource);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.TrimEnd('\r').Split('\t'))];
    }
}
