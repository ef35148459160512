using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>A JSON value as a device wants to read it.</summary>
static class BareText
{
    /// <summary>Without quotes: the form's word for it; else a string's text, ON or OFF, nothing for null, or the JSON as it stands.</summary>
    public static byte[] Of(ReadOnlySpan<byte> json, FrozenDictionary<string, byte[]>? words)
    {
        if (json.IsEmpty)
            return [];
        if (WordList.Speak(words, json) is { } word)
            return Encoding.UTF8.GetBytes(word);
        return (char)json[0] switch
        {
            '"' => JsonScan.Unquote(json).ToArray(),
            't' => "ON"u8.ToArray(),
            'f' => "OFF"u8.ToArray(),
            'n' => [],
            _ => JsonScan.Compact(json),
        };
    }

    /// <summary>As JSON: the form's word for it as a string, else the value itself.</summary>
    public static byte[] AsJson(ReadOnlySpan<byte> json, FrozenDictionary<string, byte[]>? words) =>
        json.IsEmpty ? Literal.Null
        : WordList.Speak(words, json) is { } word ? Json(Encoding.UTF8.GetBytes(word))
        : JsonScan.Compact(json);

    /// <summary>A text as a JSON string, quotes included.</summary>
    public static byte[] Json(ReadOnlySpan<byte> text) => [(byte)'"', .. Escaped(text), (byte)'"'];

    /// <summary>A text as it stands between a JSON string's quotes.</summary>
    public static ReadOnlySpan<byte> Escaped(ReadOnlySpan<byte> text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
}
