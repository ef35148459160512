using System.Text;
using Gemeo.Fuzz.Mutation;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz.Http;

/// <summary>A request as bytes, of an operation of the API: right in form, with contents that need not be.</summary>
sealed class Asking(IReadOnlyList<Route> routes, Target target)
{
    static readonly string[] _segments =
    [
        "%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", "%", "%zz", "%c0%af", "%ed%a0%80", "%F0%9F%98%80", "l%C3%A2mpada", "lâmpada", "a%2Fb", "%25", "~", "..", ".", "", "a;b=c", "*", "-", "null", "%0d%0aX:%20y", "%5c", "a:b", "{id}", "%7Bid%7D",
    ];

    static readonly string[] _times = ["2026-11-26T14:00:00Z", "2026-11-26", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "now", "1e400", "2026-11-26T14:00:00.123456789-03:00", "-292277022656-01-27T08:29:52Z", "2026-13-01T00:00:00Z", "1764165600"];

    static readonly string[] _types = ["application/json", "application/td+json", "application/merge-patch+json", "text/plain", "application/json; charset=utf-16", "application/json;charset", "", "multipart/form-data", "application/x-www-form-urlencoded", "*/*", "application/json, text/plain"];

    static readonly string[] _methods = ["HEAD", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PUT", "DELETE", "POST", "GET", "PROPFIND", "get", "ÇÃO"];

    /// <summary>What was made by earlier answers: ids of keys, accounts, documents, conversations, commands, cursors.</summary>
    public Learned Learned { get; } = new(target.LesserKeys);

    public (byte[] Bytes, string Label, bool Whole) Make(Chance chance)
    {
        var route = chance.Of(routes);
        var method = chance.Percent(92) ? route.Method : chance.Of(_methods);
        var whole = true;
        var head = new StringBuilder($"{method} {Path(route, chance)}{Query(route, chance)} HTTP/1.1\r\nHost: 127.0.0.1:{target.HttpPort}\r\n");
        Who(head, chance);
        if (chance.Percent(85)) head.Append("Connection: close\r\n");
        if (route.Path is "/mcp" && chance.Percent(85)) head.Append("Accept: application/json, text/event-stream\r\n");
        if (route.Path is "/ws") head.Append("Upgrade: websocket\r\n");
        if (chance.Percent(20)) Extra(head, chance, ref whole);
        var body = route.BodyType is null && chance.Percent(92) ? [] : Body(route, head, chance, ref whole);
        head.Append("\r\n");
        return ([.. Encoding.UTF8.GetBytes(head.ToString()), .. body], $"{route.Method} {route.Path}", whole && method != "CONNECT");
    }

    string Path(Route route, Chance chance) => string.Join('/', route.Path.Split('/').Select(s => s.StartsWith('{') ? Fill(route.Path, s, chance) : chance.Percent(2) ? chance.Of(_segments) : s));

    string Fill(string path, string name, Chance chance)
    {
        if (chance.Percent(25)) return chance.Percent(60) ? chance.Of(_segments) : Uri.EscapeDataString(Whole(Strange.Text(chance)));
        if (name == "{name}") return Any(target.Names.Affordances, chance);
        if (name == "{path}") return chance.Of(["ligar_luz", "desligar_luz", "index.html", "favicon.ico", "assets/x.js"]);
        if (name == "{user}") return "fuzz" + chance.Below(20);
        return path.StartsWith("/things", StringComparison.Ordinal) || path.StartsWith("/devices/things", StringComparison.Ordinal)
            ? chance.Percent(80) ? Any(target.Names.Things, chance) : "fuzz-" + chance.Below(12) : Learned.Any(chance);
    }

    static string Any(IReadOnlyList<string> names, Chance chance) => names.Count == 0 ? "x" : Uri.EscapeDataString(chance.Of(names));

    // What has half a surrogate pair cannot be written as UTF-8.
    static string Whole(string text) => text.Length > 3000 ? text[..3000] : text;

    string Query(Route route, Chance chance)
    {
        var asked = route.Query.Where(_ => chance.Percent(45)).Select(q => (q.Name, Value: Argument(q.Name, q.Type, chance))).ToList();
        if (chance.Percent(4)) asked.Add((chance.Of(["key", "ticket", "cursor", "lang", "limit", "a[]", "%00", ""]), Strange.Text(chance)));
        if (asked.Count > 0 && chance.Percent(5)) asked.Add(asked[0]);
        return asked.Count == 0 ? chance.Percent(2) ? "?" : "" : "?" + string.Join('&', asked.Select(a => a.Name + "=" + (chance.Percent(95) ? Uri.EscapeDataString(Whole(a.Value)) : chance.Of(_segments))));
    }

    string Argument(string name, string type, Chance chance)
    {
        if (chance.Percent(15)) return Strange.Text(chance);
        if (name is "from" or "to" or "at") return chance.Of(_times);
        if (name is "after" or "before" or "cursor") return Learned.Cursor(chance);
        if (name is "q") return chance.Of(["extintor", "medição 5G", "\"reserva\"", "a AND b OR (c", "NEAR(a b)", "*", "-x", "segurança", "a\"b"]);
        if (name is "thing") return Any(target.Names.Things, chance);
        if (name is "name") return Any(target.Names.Affordances, chance);
        if (name is "timeout" or "queue") return chance.Of(["0.05", "0.2", "1e-300", "0", "-1", "NaN", "1e400", "0,5"]);
        return type switch { "integer" or "number" => chance.Percent(50) ? chance.Of(["1", "10", "1000"]) : Strange.Number(chance), "boolean" => chance.Of(["true", "false", "1", "yes", "TRUE"]), _ => chance.Of(["desc", "asc", "property", "csv", "json", "lab/+/state", "a,b"]) };
    }

    // From this machine without a key, as anybody from elsewhere, as each role, with what is no key.
    void Who(StringBuilder head, Chance chance)
    {
        var who = chance.Below(100);
        if (who < 45) return;
        if (who < 90) head.Append($"X-Forwarded-For: 203.0.113.{chance.Below(255)}\r\n");
        var key = who < 60 ? null : who < 75 || target.LesserKeys.Count == 0 ? Target.Key : who < 90 ? chance.Of(target.LesserKeys) : who < 95 ? "gm_" + chance.Letters(12) + "_x" : Safe(Strange.Text(chance));
        if (key is not null) head.Append(chance.Percent(50) ? $"Authorization: Bearer {key}\r\n" : $"X-Api-Key: {key}\r\n");
    }

    static string Safe(string text) => new([.. (text.Length > 300 ? text[..300] : text).Where(c => c is > ' ' and < '\u007f')]);

    static void Extra(StringBuilder head, Chance chance, ref bool whole)
    {
        switch (chance.Below(12))
        {
            case 0: head.Append("Host: evil.example\r\n"); whole = false; break;
            case 1: head.Append($"Origin: {chance.Of(["http://evil.example", "null", "http://127.0.0.1:1", "http://[", Safe(Strange.Text(chance))])}\r\n"); break;
            case 2: head.Append($"Cookie: gemeo={Safe(Strange.Text(chance))}; a=b; {new string('c', chance.Length(5000))}\r\n"); break;
            case 3: head.Append($"Accept-Language: {chance.Of(["en", "pt;q=0.1, en;q=2", "*", ";;;q=", new string('a', 3000), "pt-BR, en-US;q=NaN"])}\r\n"); break;
            case 4: head.Append($"Accept: {chance.Of(["text/event-stream", "application/json", "*/*;q=0", "text/csv", ";"])}\r\n"); break;
            case 5: head.Append($"Last-Event-ID: {Safe(Strange.Text(chance))}\r\n"); break;
            case 6: head.Append($"Range: {chance.Of(["bytes=0-", "bytes=-1", "bytes=5-1", "bytes=0-0,1-1,2-2", "bytes=99999999999999999999-"])}\r\n"); break;
            case 7: head.Append("X-Forwarded-For: " + chance.Of(["::1", "[", "a, b, c", "", "127.0.0.1"]) + "\r\nForwarded: for=\"[\r\n"); break;
            case 8: head.Append($"If-None-Match: \"{Safe(Strange.Text(chance))}\"\r\nIf-Modified-Since: x\r\n"); break;
            case 9: head.Append("Expect: 100-continue\r\n"); break;
            case 10: head.Append($"traceparent: {chance.Of(["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "ff-0-0-0", "00"])}\r\n"); break;
            default: for (var i = chance.Of([1, 20, 120]); i > 0; i--) head.Append($"X-H{i}: {new string('v', chance.Length(400))}\r\n"); whole = false; break;
        }
    }

    static byte[] Body(Route route, StringBuilder head, Chance chance, ref bool whole)
    {
        var (body, type) = route.Path.StartsWith("/documents", StringComparison.Ordinal) && chance.Percent(85) ? Bodies.Form(chance) : (Bodies.Of(route, chance), route.BodyType ?? "application/json");
        if (chance.Percent(10)) type = chance.Of(_types);
        if (chance.Percent(1)) body = new byte[chance.Of([1 << 20, (1 << 20) + 1, 3 << 20])];
        if (type.Length > 0) head.Append($"Content-Type: {type}\r\n");
        if (chance.Percent(15)) return Chunked(body, head, chance, ref whole);
        var length = chance.Percent(95) ? body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : chance.Of(["-1", "99999999999999999999", (body.Length + 5).ToString(System.Globalization.CultureInfo.InvariantCulture), "0x10", "1, 1", ""]);
        head.Append($"Content-Length: {length}\r\n");
        whole &= length == body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return body;
    }

    static byte[] Chunked(byte[] body, StringBuilder head, Chance chance, ref bool whole)
    {
        head.Append("Transfer-Encoding: chunked\r\n");
        var good = chance.Percent(60);
        whole &= good;
        if (!good && chance.Percent(40)) head.Append("Content-Length: 3\r\n");
        var size = good ? $"{body.Length:x}" : chance.Of(["ffffffffffffffffff", "-1", "1g", "", "7fffffff", $"{body.Length + 1:x}", $"{body.Length:x};{new string('e', 3000)}"]);
        return [.. body.Length == 0 && good ? [] : (byte[])[.. Encoding.ASCII.GetBytes(size + "\r\n"), .. body, .. "\r\n"u8], .. "0\r\n\r\n"u8];
    }
}
