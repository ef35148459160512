using System.Buffers;
using System.Text;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Turns a wish into what the device expects to receive.</summary>
public static class Encoder
{
    /// <summary>Writes the payload of a command.</summary>
    /// <param name="form">With a template, that is filled in. Without one a JSON form sends JSON (nested under its pointer: /state gives
    /// <c>{"state":…}</c>) and a text form the bare text; a delimited form puts its key and the value in their fields.</param>
    /// <param name="valueJson">Valid JSON; empty for an action without input.</param>
    /// <param name="commandId">What <c>{{id}}</c> stands for.</param>
    public static byte[] Encode(Form form, ReadOnlySpan<byte> valueJson, string commandId)
    {
        var value = valueJson.Trim(" \t\r\n"u8);
        if (form.Template is { } template)
            return new TemplateFiller(form, commandId).Fill(template, value);
        if (form.Json)
            return value.IsEmpty && form.Pointer.Length == 0 ? [] : Nested(form, value);
        var text = BareText.Of(value, form.Words);
        return form.Delimiter is null ? text : Delimited(form, text);
    }

    static byte[] Nested(Form form, ReadOnlySpan<byte> value)
    {
        var output = new ArrayBufferWriter<byte>();
        var depth = 0;
        foreach (var segment in form.Pointer.Split('/').Skip(1))
        {
            var name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            output.Write("{"u8);
            output.Write(BareText.Json(Encoding.UTF8.GetBytes(name)));
            output.Write(":"u8);
            depth++;
        }
        output.Write(BareText.AsJson(value, form.Words));
        for (; depth > 0; depth--)
            output.Write("}"u8);
        return output.WrittenSpan.ToArray();
    }

    static byte[] Delimited(Form form, byte[] text)
    {
        var output = new ArrayBufferWriter<byte>();
        var last = Math.Max(form.Index, form.Key?.Index ?? 0);
        for (var i = 0; i <= last; i++)
        {
            if (i > 0)
                output.Write(Encoding.UTF8.GetBytes(form.Delimiter!));
            if (i == form.Index)
                output.Write(text);
            else if (i == form.Key?.Index)
                output.Write(Encoding.UTF8.GetBytes(form.Key.Value));
        }
        return output.WrittenSpan.ToArray();
    }
}
