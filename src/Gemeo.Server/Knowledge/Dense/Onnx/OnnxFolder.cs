using System.Security.Cryptography;

namespace Gemeo.Knowledge.Dense.Onnx;

/// <summary>A model as it lies in a folder: <c>model.onnx</c> beside the file of its tokenizer.</summary>
sealed class OnnxFolder(string folder)
{
    /// <summary>SentencePiece of the XLM-R family: multilingual e5, bge-m3, paraphrase-multilingual.</summary>
    public const string Pieces = "sentencepiece.bpe.model";

    /// <summary>WordPiece of the BERT family: MiniLM, bge, gte.</summary>
    public const string Words = "vocab.txt";

    const string Model = "model.onnx";

    public string ModelFile => Path.Combine(folder, Model);
    public string PiecesFile => Path.Combine(folder, Pieces);
    public string WordsFile => Path.Combine(folder, Words);

    /// <summary>Tells of a vocabulary whether it knows capitals.</summary>
    public string ConfigFile => Path.Combine(folder, "tokenizer_config.json");

    public bool HasPieces => File.Exists(PiecesFile);

    /// <summary>What is missing; null when nothing is.</summary>
    public static string? Fault(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder)) return $"expected the folder with {Model} and its tokenizer.";
        if (!Directory.Exists(folder)) return $"there is no folder '{folder}'.";
        var given = new OnnxFolder(folder);
        if (!File.Exists(given.ModelFile)) return $"there is no {Model} in '{folder}'.";
        if (!given.HasPieces && !File.Exists(given.WordsFile)) return $"there is no {Pieces} or {Words} in '{folder}' (a tokenizer.json is not read).";
        return null;
    }

    /// <summary>Of what makes the vectors, so that another file under the same name is another model.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (string[])[ModelFile, HasPieces ? PiecesFile : WordsFile])
        {
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
