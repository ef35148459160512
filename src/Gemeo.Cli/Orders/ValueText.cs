using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Cli.Orders;

/// <summary>What a person types for a value, as JSON. The data schema decides what cannot be told from the text; whether the value
/// fits is for the server to say.</summary>
public static partial class ValueText
{
    static readonly string[] _yes = ["on", "yes", "sim", "ligado", "ligada", "verdadeiro", "true"];
    static readonly string[] _no = ["off", "no", "não", "nao", "desligado", "desligada", "falso", "false"];
    static readonly JsonSerializerOptions _relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="schema">The affordance's data schema; null when it is not known.</param>
    /// <returns>JSON text.</returns>
    public static string Read(string text, JToken? schema)
    {
        var json = Strict(text);
        return schema.Text("type") switch
        {
            // Here 5 is a text, and so is true.
            "string" => json is { ValueKind: JsonValueKind.String } ? text : Quoted(text),
            "boolean" when _yes.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) => "true",
            "boolean" when _no.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) => "false",
            "number" or "integer" when DecimalComma().IsMatch(text) => text.Replace(',', '.'),
            _ => json is null ? Quoted(text) : text,
        };
    }

    // The library's reader forgives what JSON does not allow.
    static JsonElement? Strict(string text)
    {
        try { return JsonElement.Parse(text); }
        catch (JsonException) { return null; }
    }

    static string Quoted(string text) => JsonSerializer.Serialize(text, _relaxed);

    [GeneratedRegex(@"^-?(0|[1-9]\d*),\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();
}
