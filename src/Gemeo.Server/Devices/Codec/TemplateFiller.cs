using System.Buffers;
using System.Text;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Fills <c>{{value}}</c>, <c>{{value/pointer}}</c> and <c>{{id}}</c> into a form's template; anything else between braces stays.</summary>
sealed class TemplateFiller(Form form, string commandId)
{
    readonly ArrayBufferWriter<byte> _output = new();
    bool _quoted;

    public byte[] Fill(string template, ReadOnlySpan<byte> value)
    {
        var rest = template.AsSpan();
        while (rest.IndexOf("{{") is var open and >= 0 && rest[open..].IndexOf("}}") is var length and >= 0)
        {
            var name = rest.Slice(open + 2, length - 2).Trim();
            var known = name is "id" or "value" || name.StartsWith("value/");
            // Braces around something else are the payload's own: step over one and look again.
            Literal(rest[..(known ? open : open + 1)]);
            if (known)
                Insert(name, value);
            rest = rest[(known ? open + length + 2 : open + 1)..];
        }
        Literal(rest);
        return _output.WrittenSpan.ToArray();
    }

    void Insert(ReadOnlySpan<char> name, ReadOnlySpan<byte> value)
    {
        if (name is "id")
            Write(BareText.Json(Encoding.UTF8.GetBytes(commandId)), words: false);
        else if (name is "value")
            Write(value, words: true);
        else
            Write(!value.IsEmpty && JsonScan.TryFind(value, name["value".Length..].ToString(), out var part) ? part : default, words: true);
    }

    void Write(ReadOnlySpan<byte> json, bool words)
    {
        var known = words ? form.Words : null;
        if (form.Json && !_quoted)
            _output.Write(BareText.AsJson(json, known));
        else if (form.Json)
            _output.Write(BareText.Escaped(BareText.Of(json, known)));
        else
            _output.Write(BareText.Of(json, known));
    }

    void Literal(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && _quoted)
                i++;
            else if (text[i] == '"')
                _quoted = !_quoted;
        }
        Encoding.UTF8.GetBytes(text, _output);
    }
}
