using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace Gemeo.Knowledge.Dense.Onnx;

/// <summary>From a text to the numbers that a model was trained with.</summary>
/// <param name="Read">The numbers of a text, with the marks of its beginning and end.</param>
/// <param name="Padding">What fills up a shorter text beside a longer one.</param>
sealed record OnnxTokenizer(Func<string, IReadOnlyList<int>> Read, int Padding)
{
    /// <summary>As much as these families of models were made for; what is beyond it is not read.</summary>
    public const int Most = 512;

    public static OnnxTokenizer Open(OnnxFolder folder) => folder.HasPieces ? OfPieces(folder.PiecesFile) : OfWords(folder.WordsFile, KnowsCapitals(folder.ConfigFile));

    // XLM-R numbers <s> 0, <pad> 1, </s> 2, <unk> 3, and after them the file's pieces, whose first three (<unk>, <s>, </s>) it leaves out.
    static OnnxTokenizer OfPieces(string file)
    {
        const int Beginning = 0, Padding = 1, End = 2, Unknown = 3, Shift = 1;
        using var stream = File.OpenRead(file);
        var pieces = SentencePieceTokenizer.Create(stream, false, false);
        return new(text => [Beginning, .. pieces.EncodeToIds(text, false, false, Most - 2, out _, out _).Select(id => id == pieces.UnknownId ? Unknown : id + Shift), End], Padding);
    }

    static OnnxTokenizer OfWords(string file, bool capitals)
    {
        var words = BertTokenizer.Create(file, new BertOptions { LowerCaseBeforeTokenization = !capitals, RemoveNonSpacingMarks = !capitals });
        return new(text => words.EncodeToIds(text, Most, addSpecialTokens: true, out _, out _), words.PaddingTokenId);
    }

    // Most of this family were trained without capitals, and say so.
    static bool KnowsCapitals(string config)
    {
        if (!File.Exists(config)) return false;
        using var told = JsonDocument.Parse(File.ReadAllBytes(config));
        return told.RootElement.TryGetProperty("do_lower_case", out var lower) && lower.ValueKind == JsonValueKind.False;
    }
}
