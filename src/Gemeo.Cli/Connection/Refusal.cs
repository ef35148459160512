using System.Text.Json;

namespace Gemeo.Cli.Connection;

/// <summary>The server said no: its RFC 9457 document, read as far as it goes.</summary>
/// <param name="Code">Stable code, <c>no-answer</c>; the status when the answer was not a problem document.</param>
/// <param name="Erro">One sentence in the language that was asked for.</param>
/// <param name="Detail">What exactly was wrong, in English; null when nothing more is known.</param>
/// <param name="Body">The document as it came; undefined when there was none.</param>
public sealed record Refusal(int Status, string Code, string Erro, string? Detail, JsonElement Body)
{
    const string TypePrefix = "urn:gemeo:problem:";

    public int ExitCode => Status == 504 ? Exit.NoAnswer : Exit.Refused;

    public static Refusal Read(int status, string? reason, ReadOnlySpan<byte> body)
    {
        var plain = new Refusal(status, status.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{status} {reason}".Trim(), null, default);
        try
        {
            var json = JsonElement.Parse(body);
            if (json.ValueKind != JsonValueKind.Object) return plain;
            var type = json.Text("type");
            return new(status,
                type?.StartsWith(TypePrefix, StringComparison.Ordinal) == true ? type[TypePrefix.Length..] : plain.Code,
                json.Text("erro") ?? json.Text("title") ?? plain.Erro, json.Text("detail"), json);
        }
        catch (JsonException) { return plain; }
    }
}

public sealed class RefusedException(Refusal refusal) : Exception(refusal.Erro)
{
    public Refusal Refusal => refusal;
}

/// <summary>Nobody answers; the message says why, without a full stop.</summary>
public sealed class UnreachedException(string why, Exception? inner = null) : Exception(why, inner);
