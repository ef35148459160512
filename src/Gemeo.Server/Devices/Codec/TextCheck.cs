using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Length (in characters as people count them: code points) and pattern of a string.</summary>
static class TextCheck
{
    const int MostPatterns = 1024;
    static readonly TimeSpan _patternTimeout = TimeSpan.FromMilliseconds(100);
    static readonly ConcurrentDictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);

    public static Fault? Fault(DataSchema schema, ReadOnlySpan<byte> json)
    {
        if (schema is { MinLength: null, MaxLength: null, Pattern: null })
            return null;
        var text = JsonScan.Unquote(json);
        var length = Length(text);
        if (length < schema.MinLength || length > schema.MaxLength)
            return SchemaCheck.Unexpected(schema, json);
        return schema.Pattern is { } pattern ? Match(schema, pattern, Encoding.UTF8.GetString(text), json) : null;
    }

    static Fault? Match(DataSchema schema, string pattern, string text, ReadOnlySpan<byte> json)
    {
        try
        {
            if (Compiled(pattern) is not { } regex)
                return new Fault("", $"the schema's pattern {Reason.Quote(Encoding.UTF8.GetBytes(pattern))} is not a regular expression");
            return regex.IsMatch(text) ? null : SchemaCheck.Unexpected(schema, json);
        }
        catch (RegexMatchTimeoutException)
        {
            return new Fault("", $"the pattern {Reason.Quote(Encoding.UTF8.GetBytes(pattern))} took too long");
        }
    }

    static Regex? Compiled(string pattern)
    {
        // Patterns come from labs and from people; forgetting them all now and then bounds the memory.
        if (_patterns.Count > MostPatterns)
            _patterns.Clear();
        return _patterns.GetOrAdd(pattern, Compile);
    }

    static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, _patternTimeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, _patternTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static int Length(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var one in utf8)
            if ((one & 0xC0) != 0x80)
                count++;
        return count;
    }
}
