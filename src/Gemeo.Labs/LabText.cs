using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>One JSON file of a lab, read whole and bounded. People edit it, so comments and trailing commas are let through.</summary>
static class LabText
{
    public const int MostBytes = 8 * 1024 * 1024;
    public const int MostDepth = 64;

    public static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MostDepth,
        AllowDuplicateProperties = false,
    };

    /// <summary>The file's bytes without a byte order mark; null and a fault when it cannot be read.</summary>
    public static byte[]? Read(string path, string name, FaultList faults)
    {
        try
        {
            return Bounded(path, name, faults);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(name, "", $"expected a file {path}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(name, "", $"expected a file that can be read: {fault.Message}");
        }
        return null;
    }

    /// <summary>Null and a fault, with line and column, when it is not JSON.</summary>
    public static JsonElement? Parse(byte[] text, string name, FaultList faults)
    {
        try
        {
            if (UnicodeText.IsWhole(text)) return JsonElement.Parse(text, Options);
            faults.Add(name, "", "expected JSON in UTF-8, without half a surrogate pair (\\ud800) in a string");
            return null;
        }
        catch (JsonException fault) when (fault.LineNumber is null && JsonPlaces.FirstDuplicate(text) is { } twin)
        {
            faults.Add(new(name, twin.Pointer, "expected each name once in an object", twin.Line, twin.Column));
        }
        catch (JsonException fault)
        {
            faults.Add(Broken(name, fault));
        }
        return null;
    }

    static LabFault Broken(string name, JsonException fault)
    {
        var reason = fault.Message.Split(" LineNumber:")[0];
        return new(name, "", $"expected JSON: {reason}", (int?)fault.LineNumber + 1, (int?)fault.BytePositionInLine + 1);
    }

    static byte[]? Bounded(string path, string name, FaultList faults)
    {
        using var file = File.OpenRead(path);
        if (file.Length > MostBytes)
        {
            faults.Add(name, "", $"expected a file of at most {MostBytes / 1024 / 1024} MB, not {file.Length} bytes");
            return null;
        }
        var bytes = new byte[file.Length];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var start = bytes.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
        return start == 0 && length == bytes.Length ? bytes : bytes[start..length];
    }
}
