using Gemeo.Hosting.Providers;

namespace Gemeo.Knowledge.Dense;

/// <summary>Why passages are not found by meaning now; the words are for whoever looks at the documents.</summary>
public sealed record EmbeddingFault(string Code, string Pt, string En)
{
    public static readonly EmbeddingFault
        Timeout = Of("model-timeout", "não respondeu no tempo dado", "it did not answer in the time given"),
        Unreachable = Of("model-unreachable", "ninguém atende no endereço dele", "nobody answers at its address"),
        Refused = Of("model-refused", "a chave dele não foi aceita", "its key was not accepted"),
        Missing = Of("model-missing", "o provedor não conhece esse modelo", "its provider does not know the model"),
        Busy = Of("model-busy", "ele está ocupado demais", "it is too busy"),
        Error = Of("model-error", "o provedor dele teve um erro", "its provider had an error"),
        Garbled = Of("model-garbled", "o que ele enviou não são vetores", "what it sent are no vectors"),
        Changed = Of("model-changed", "ele é outro agora, e os documentos passam por ele de novo", "it is another one now, and the documents go through it again"),
        Unusable = Of("model-unusable", "o arquivo dele não pode ser usado", "its file cannot be used"),
        Unkept = Of("vectors-not-kept", "os vetores não puderam ser guardados", "the vectors could not be kept");

    /// <summary>In a language's tag.</summary>
    public string In(string language) => language == "en" ? En : Pt;

    /// <summary>What an exception of a client library stands for.</summary>
    public static EmbeddingFault Of(Exception why) => ProviderFaults.Of(why) switch
    {
        ProviderFault.Timeout => Timeout,
        ProviderFault.Unreachable or ProviderFault.Dropped => Unreachable,
        ProviderFault.Refused => Refused,
        ProviderFault.Missing => Missing,
        ProviderFault.Busy => Busy,
        ProviderFault.Error => Error,
        _ => Garbled,
    };

    static EmbeddingFault Of(string code, string pt, string en) => new(code, $"O modelo de embeddings não ajuda a buscar: {pt}.", $"The embedding model does not help to search: {en}.");
}

/// <summary>The model gave no vectors.</summary>
public sealed class EmbeddingException(EmbeddingFault fault, Exception? inner = null) : Exception(fault.En, inner)
{
    public EmbeddingFault Fault => fault;

    /// <summary>One text that the model cannot take looks the same as a model that takes none.</summary>
    public bool MayBeTheText => fault == EmbeddingFault.Error || fault == EmbeddingFault.Garbled;
}
