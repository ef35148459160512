using System.Text.Unicode;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Turns what a device published into a value of the twin. Pure: the same bytes always give the same answer, and none throw.</summary>
public static class Decoder
{
    public const int MaxBytes = 64 * 1024;
    public const int MaxDepth = JsonScan.MaxDepth;

    /// <summary>Reads one payload by one form. The size, UTF-8, JSON and depth are checked before anything is looked up.</summary>
    public static Decoded Decode(Form form, DataSchema schema, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MaxBytes)
            return Decoded.Reject($"larger than {MaxBytes} bytes");
        if (form is { Json: false, Delimiter: null, Key: null, Words: null } && PlainNumber.TryRead(schema, payload, out var number))
            return Decoded.Accept(number, null);
        if (!Utf8.IsValid(payload))
            return Decoded.Reject("invalid UTF-8");
        return form.Json ? Json(form, schema, payload) : Text(form, schema, payload);
    }

    static Decoded Json(Form form, DataSchema schema, ReadOnlySpan<byte> payload)
    {
        if (JsonScan.Fault(payload) is { } fault)
            return Decoded.Reject(fault);
        if (form.Key is { } key && !HasKey(payload, key))
            return Decoded.NotMine;
        if (!JsonScan.TryFind(payload, form.Pointer, out var raw))
            return Decoded.NotMine;
        return JsonValue.TryRead(schema, form.Words, raw, out var value, out var reason)
            ? Decoded.Accept(value, JsonTime(form, payload))
            : Decoded.Reject(reason);
    }

    static bool HasKey(ReadOnlySpan<byte> payload, FormKey key) =>
        JsonScan.TryFind(payload, key.Pointer ?? $"/{key.Index}", out var found)
        && JsonScan.BareEquals(found, key.Value);

    static long? JsonTime(Form form, ReadOnlySpan<byte> payload) =>
        form.TimePointer is { } pointer && JsonScan.TryFind(payload, pointer, out var time)
            ? DeviceTime.Parse(JsonScan.Unquote(time))
            : null;

    static Decoded Text(Form form, DataSchema schema, ReadOnlySpan<byte> payload)
    {
        var field = payload;
        long? time = null;
        // Without a delimiter the whole payload is the only field, so a key still keeps other things' messages out.
        if (form.Delimiter is not null || form.Key is not null)
        {
            if (form.Key is { } key && Fields.TryGet(payload, form.Delimiter, key.Index, out var name)
                && !Utf8Text.Same(Utf8Text.Trim(name), key.Value))
                return Decoded.NotMine;
            if (Fields.Fault(form, payload) is { } fault)
                return Decoded.Reject(fault);
            Fields.TryGet(payload, form.Delimiter, form.Index, out field);
            time = Fields.Time(form, payload);
        }
        return TextValue.TryRead(schema, form.Words, field, out var value, out var reason)
            ? Decoded.Accept(value, time)
            : Decoded.Reject(reason);
    }
}
