using System.Text.Json;
using Gemeo.Assistant.Intents;

namespace Gemeo.Assistant.Grounding;

/// <summary>A part of an answer, in the order in which it is to be shown. Who answers from elsewhere may add kinds.</summary>
public abstract record ChatPart
{
    /// <summary>Words to put after those before. Always whole sentences; marks [n] in them have their <see cref="Cited"/> just after.</summary>
    public sealed record Text(string Delta) : ChatPart;

    /// <summary>What [n] stands for, checked against the stored text; a number may be cited several times with other quotes.</summary>
    public sealed record Cited(Citation Citation) : ChatPart;

    /// <summary>Something was read of the live lab or searched for on the way to the answer.</summary>
    public sealed record Looked(string Tool, JsonElement Arguments, string? Error = null) : ChatPart;

    /// <summary>Said beside the answer, not of it: that the model did not answer, that the answer was cut.</summary>
    /// <param name="Code">Stable, as <c>model-timeout</c>.</param>
    public sealed record Note(string Code, Said Words) : ChatPart;

    /// <summary>The model gave no answer that can be shown: always the last part, and the signal to answer without it. The words say so to the person.</summary>
    /// <param name="Code">Why: <c>model-timeout</c>, <c>model-refused</c>, <c>model-unreachable</c>, <c>model-garbled</c>, <c>model-unsupported</c>…</param>
    /// <param name="Spoke">Whether sentences of this answer were passed on before; they were checked and may stay.</param>
    public sealed record Failed(string Code, Said Words, bool Spoke) : ChatPart;
}
