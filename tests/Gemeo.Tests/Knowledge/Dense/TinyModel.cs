using System.Runtime.InteropServices;

namespace Gemeo.Tests.Knowledge.Dense;

/// <summary>A folder with an encoder that looks each word up in a table, and with its tokenizer. As small as one can be, and read by the real libraries.</summary>
static class TinyModel
{
    const int Float = 1, Int64 = 7;

    public const int Dimension = 4;

    /// <param name="rows">The table: a vector for each number.</param>
    public static void WriteModel(string folder, float[][] rows, string output = "last_hidden_state", params string[] inputs)
    {
        var node = new Proto().Text(1, "table").Text(1, "input_ids").Text(2, output).Text(4, "Gather");
        var table = new Proto().Int(1, rows.Length).Int(1, Dimension).Int(2, Float).Text(8, "table").Raw(9, MemoryMarshal.AsBytes<float>(rows.SelectMany(r => r).ToArray()).ToArray());
        var graph = new Proto().Part(1, node).Text(2, "tiny").Part(5, table);
        foreach (var input in (string[])["input_ids", "attention_mask", .. inputs]) graph.Part(11, Value(input, Int64, "batch", "length"));
        graph.Part(12, Value(output, Float, "batch", "length", Dimension));
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), new Proto().Int(1, 8).Part(7, graph).Part(8, new Proto().Text(1, "").Int(2, 13)).ToArray());
    }

    static Proto Value(string name, int type, params object[] dimensions)
    {
        var shape = new Proto();
        foreach (var dimension in dimensions) shape.Part(1, dimension is int size ? new Proto().Int(1, size) : new Proto().Text(2, (string)dimension));
        return new Proto().Text(1, name).Part(2, new Proto().Part(1, new Proto().Int(1, type).Part(2, shape)));
    }

    /// <summary>BERT's tokenizer: the words, one a line.</summary>
    public static void WriteWords(string folder, params string[] words) => File.WriteAllLines(Path.Combine(folder, "vocab.txt"), ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", .. words]);

    /// <summary>SentencePiece's, as XLM-R has it.</summary>
    public static void WritePieces(string folder, params string[] pieces)
    {
        const int Unknown = 2, Control = 3, Unigram = 1;
        var model = new Proto().Part(1, new Proto().Text(1, "<unk>").Float(2, 0).Int(3, Unknown));
        foreach (var mark in (string[])["<s>", "</s>"]) model.Part(1, new Proto().Text(1, mark).Float(2, 0).Int(3, Control));
        foreach (var piece in pieces) model.Part(1, new Proto().Text(1, piece).Float(2, -1));
        model.Part(2, new Proto().Int(3, Unigram).Int(4, pieces.Length + 3).Int(40, 0).Int(41, 1).Int(42, 2).Int(43, -1));
        model.Part(3, new Proto().Text(1, "identity").Int(3, 1).Int(4, 1).Int(5, 1));
        File.WriteAllBytes(Path.Combine(folder, "sentencepiece.bpe.model"), model.ToArray());
    }
}
