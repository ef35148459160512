namespace Gemeo.Fuzz.Mutation;

/// <summary>What goes wrong elsewhere, to be tried everywhere.</summary>
public static class Strange
{
    static readonly string[] _numbers =
    [
        "0", "-0", "-1", "1e400", "-1e400", "1e-400", "0.1", "2147483647", "2147483648", "-2147483649", "4294967296", "9007199254740993", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e308", "1.7976931348623157e309", "79228162514264337593543950336", "NaN", "Infinity", "-Infinity",
        "1e999999999999", "00", "01", "+1", "0x10", ".5", "5.", "1_000", "1,5", "٣", "1e", "--1", "300", "100.5", "1e2", "0.30000000000000004",
    ];

    static readonly string[] _texts =
    [
        "", " ", "null", "true", "\0", "a\0b", "\u0001\u001f", "\u007f", "\ufeff", "\ufffd", "\uffff", "\u202e", "\u2028", "e\u0301", "İstanbul ß ﬁ", "😀👩‍👩‍👧‍👦", "𝒜",
        "Lâmpada da bancada não está ligada; ação, coração, ÇÃO", "lampada-bancada", "../../etc/passwd", "..\\..\\", "%2e%2e%2f", "%00", "%", "{{value}}", "${jndi:ldap://127.0.0.1/a}",
        "'; DROP TABLE entries; --", "<script>alert(1)</script>", "a/b", "#", "+", "/", "$SYS/broker", "-", "*", "(", "[", "\\", "\"", "2026-11-26T14:00:00Z", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999+14:00", "2026-02-30", "P1D", "-1 day", "pt-BR", "5a0e9cf77cb6:1258", ":", "0:0", "5a0e9cf77cb6:-1", "5a0e9cf77cb6:9223372036854775808",
    ];

    // Raw JSON, or what only looks so.
    static readonly string[] _values =
    [
        "null", "true", "false", "[]", "{}", "[null]", "\"\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"", "'a'", "undefined", "tru", "{\"a\":1,\"a\":2}", "{\"__proto__\":1}",
        "{\"\":{}}", "[1,]", "/**/1", "{\"$type\":\"System.Object\"}", "[[[]]]", "\"a\nb\"", "",
    ];

    public static string Number(Chance chance) => chance.Of(_numbers);

    public static string Text(Chance chance) => chance.Below(20) switch
    {
        0 => new string('a', chance.Of([255, 256, 1023, 4096, 8191, 65_535, 70_000])),
        1 => new string('ã', chance.Between(1, 5000)),
        2 => chance.Letters(chance.Length(300)),
        3 => Number(chance),
        _ => chance.Of(_texts),
    };

    /// <summary>A value of JSON text, or what is none.</summary>
    public static string Value(Chance chance) => chance.Below(10) switch
    {
        0 or 1 or 2 => Number(chance),
        3 or 4 => Quoted(Text(chance)),
        5 => Deep(chance),
        6 => "[" + string.Join(',', Enumerable.Repeat(Number(chance), chance.Length(3000))) + "]",
        7 => "{" + string.Join(',', Enumerable.Range(0, chance.Length(2000)).Select(i => $"\"k{i}\":{i}")) + "}",
        _ => chance.Of(_values),
    };

    public static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    static string Deep(Chance chance)
    {
        var depth = chance.Of([31, 32, 33, 63, 64, 65, 500, 20_000]);
        var (open, close) = chance.Percent(50) ? ("[", "]") : ("{\"a\":", "}");
        return string.Concat(Enumerable.Repeat(open, depth)) + (chance.Percent(80) ? "1" + string.Concat(Enumerable.Repeat(close, depth)) : "");
    }
}
