using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Intents;
using Gemeo.Hosting.Providers;

namespace Gemeo.Assistant.Model.Talking;

/// <summary>Why the model gave no answer; the words are for the person who asked.</summary>
sealed record ModelFault(string Code, Said Words)
{
    const string Pt = "O modelo de linguagem não respondeu";
    const string En = "The language model did not answer";

    public static readonly ModelFault
        Timeout = Of("model-timeout", "não falou no tempo dado", "it did not speak in the time given"),
        Unreachable = Of("model-unreachable", "ninguém atende no endereço dele", "nobody answers at its address"),
        Refused = Of("model-refused", "a chave dele não foi aceita", "its key was not accepted"),
        Missing = Of("model-missing", "o provedor não conhece esse modelo", "its provider does not know the model"),
        Busy = Of("model-busy", "ele está ocupado demais", "it is too busy"),
        Error = Of("model-error", "o provedor dele teve um erro", "its provider had an error"),
        Dropped = Of("model-dropped", "a conexão caiu no meio da resposta", "the connection dropped in the middle"),
        Garbled = Of("model-garbled", "o que ele enviou não se entende", "what it sent cannot be understood"),
        FoundNothing = new("model-found-nothing", new("O modelo de linguagem não encontrou a resposta nas passagens.", "The language model did not find the answer in the passages.")),
        Unsupported = new("model-unsupported", new("Nada do que o modelo de linguagem disse é sustentado pelas passagens.", "Nothing that the language model said is borne out by the passages."));

    public static readonly ChatPart.Note Cut = new("answer-cut", new("A resposta chegou ao limite de tamanho e foi cortada.", "The answer reached its limit and was cut."));

    public ChatPart.Failed Part(bool spoke) => new(Code, Words, spoke);

    /// <summary>What an exception of a client library stands for.</summary>
    public static ModelFault Of(Exception why) => ProviderFaults.Of(why) switch
    {
        ProviderFault.Timeout => Timeout,
        ProviderFault.Unreachable => Unreachable,
        ProviderFault.Refused => Refused,
        ProviderFault.Missing => Missing,
        ProviderFault.Busy => Busy,
        ProviderFault.Error => Error,
        ProviderFault.Dropped => Dropped,
        _ => Garbled,
    };

    static ModelFault Of(string code, string pt, string en) => new(code, new($"{Pt}: {pt}.", $"{En}: {en}."));
}
