using Gemeo.Linguistics;

namespace Gemeo.Bench.Answers.Evaluation;

/// <summary>Questions whose answer stands in the other language only, among documents in both. One half was never tuned on.</summary>
static class Across
{
    public const string Tuned = "tune";
    public const string Held = "held";

    // Beside the demo lab's documents: none has the answers in the language asked.
    static readonly string[][] _documents =
    [
        ["ubuntu-packaging-guide.en.pdf", "Quati_Supplementary_Material.pdf"],
        ["ubuntu-packaging-guide.pt-br.pdf", "debian-reference.pt-br.pdf"],
    ];

    public static List<OpenQuestion> Questions(string half, Lang asked) =>
        [.. Texts.Rows("across.tsv").Where(r => r[0] == half && OpenQuestions.Language(r[1]) == asked).Select(r => new OpenQuestion(asked, r[4], r[3].Split('|')))];

    /// <param name="root">The checkout.</param>
    /// <param name="folder">Where the data of development lies.</param>
    public static Shelf Shelf(Lang asked, string root, string folder, CancellationToken cancel)
    {
        var shelf = new Shelf();
        var demo = Directory.GetFiles(Path.Combine(root, "labs", "demo", "documents"), "*.pdf").Order(StringComparer.Ordinal);
        foreach (var file in demo.Concat(_documents[(int)asked].Select(d => Path.Combine(folder, "pdf", d)))) shelf.Add(file, Path.GetFileNameWithoutExtension(file), cancel);
        return shelf;
    }
}
