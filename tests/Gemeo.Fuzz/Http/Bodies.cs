using System.Text;
using Gemeo.Fuzz.Mutation;

namespace Gemeo.Fuzz.Http;

/// <summary>Bodies of the shape that each route takes; the OpenAPI document leaves it at "JSON".</summary>
static class Bodies
{
    static readonly string[] _values = ["true", "30", "22.5", "\"cool\"", "{\"value\":1}", "null"];

    static readonly string[] _questions =
    [
        "ligue a luz da bancada", "qual é a temperatura agora?", "what was the CO2 an hour ago?", "desligue tudo", "quantas vagas livres há no estacionamento?", "Onde fica o extintor?",
        "sim", "desfaça", "set the air conditioner to 22 degrees", "média da umidade nas últimas 24 horas", "quando a porta abriu pela última vez entre 08:00 e 25:99?",
    ];

    static readonly string[] _mcp =
    [
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"fuzz","version":"1"}}}""",
        """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""",
        """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"list_things","arguments":{}}}""",
        """{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"invoke_action","arguments":{"thing":"lampada-bancada","action":"ligar","confirm":true}}}""",
        """{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"get_history","arguments":{"thing":"ambiente","property":"temperatura","from":"2026-11-26T00:00:00Z"}}}""",
        """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
    ];

    public static byte[] Of(Route route, Chance chance) =>
        route.Path.StartsWith("/documents", StringComparison.Ordinal) ? [] : JsonMutator.Mutate(Text(route, chance), chance);

    static string Text(Route route, Chance chance) => route.Path switch
    {
        "/chat" => $$"""{"message":{{Strange.Quoted(chance.Percent(80) ? chance.Of(_questions) : Strange.Text(chance))}},"conversation":null,"language":"{{chance.Of(["pt", "en", "xx"])}}"}""",
        "/things" or "/things/{id}" => route.Method == "PATCH" ? """{"title":"Outra","properties":{"nivel":{"maximum":50}},"actions":null}""" : Thing(chance),
        "/devices/credentials" => $$"""{"user":"fuzz{{chance.Below(20)}}","things":["lampada-bancada","ambiente"],"clientId":"fuzz{{chance.Below(20)}}"}""",
        "/access/keys" => """{"name":"chave","role":"operator","rooms":["laboratorio"],"things":["lampada-bancada"],"expires":"2027-01-01T00:00:00Z"}""",
        "/access/session" => """{"name":"ana","password":"uma senha bem longa"}""",
        "/access/setup" => """{"name":"ana","password":"uma senha bem longa","code":"123456"}""",
        "/access/me/password" => """{"old":"uma senha bem longa","new":"outra senha bem longa"}""",
        "/access/accounts" => $$"""{"name":"conta{{chance.Below(10)}}","password":"uma senha bem longa","role":"viewer","rooms":["laboratorio"],"things":[]}""",
        "/access/accounts/{id}" => """{"role":"operator","rooms":["laboratorio"],"things":["ambiente"],"password":"outra senha bem longa"}""",
        "/mcp" => chance.Of(_mcp),
        _ => chance.Of(_values),
    };

    static string Thing(Chance chance) => $$$$$"""
        {"@context":["https://www.w3.org/2022/wot/td/v1.1",{"@language":"pt","gemeo":"urn:gemeo:vocabulary#","mqv":"https://www.w3.org/2019/wot/mqtt#"}],"id":"fuzz-{{{{{chance.Below(12)}}}}}","title":"Caixa d'água",
        "titles":{"pt":"Caixa","en":"Tank"},"base":"mqtt://127.0.0.1:1883/","securityDefinitions":{"nosec":{"scheme":"nosec"}},"security":"nosec","gemeo:kind":"sensor","gemeo:room":"laboratorio","gemeo:silentAfter":30,
        "gemeo:availability":{"mqv:topic":"fuzz/{{{{{chance.Below(12)}}}}}/status"},
        "properties":{"nivel":{"title":"Nível","type":"number","unit":"%","minimum":0,"maximum":100,"multipleOf":0.5,"readOnly":true,"forms":[{"href":"fuzz/{{{{{chance.Below(12)}}}}}/nivel","gemeo:pointer":"/a/b","gemeo:time":"/t"}]},
        "aberta":{"type":"boolean","forms":[{"href":"fuzz/x/state","contentType":"text/plain","op":["readproperty","observeproperty"],"gemeo:words":{"ON":true,"OFF":false}},{"href":"fuzz/x/set","contentType":"text/plain","op":"writeproperty"}]}},
        "actions":{"abrir":{"input":{"type":"object","properties":{"quanto":{"type":"integer","enum":[1,2,3]}},"required":["quanto"]},"idempotent":true,"gemeo:confirmedBy":{"property":"aberta","equals":true},"forms":[{"href":"fuzz/x/set","gemeo:template":{"state":"ON","n":"{{value/quanto}}"}}]}},
        "events":{"transbordou":{"data":{"type":"string"},"forms":[{"href":"fuzz/x/event","gemeo:key":{"index":0,"equals":"1"}}]}}}
        """;

    /// <summary>A form with files whose boundaries may be broken.</summary>
    public static (byte[] Body, string Type) Form(Chance chance)
    {
        var boundary = chance.Percent(90) ? "----fuzz" + chance.Letters(6) : chance.Of(["", new string('b', 300), "a b", "\"", "ção"]);
        var body = new MemoryStream();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        for (var files = chance.Percent(90) ? chance.Below(4) : chance.Of([101, 150]); files > 0; files--)
        {
            Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{(chance.Percent(85) ? "file" : Strange.Text(chance))}\"; filename=\"{(chance.Percent(60) ? "nota.md" : Strange.Text(chance))}\"\r\n");
            if (chance.Percent(50)) Write($"Content-Type: {chance.Of(["text/markdown", "application/pdf", "text/plain; charset=utf-16", "x"])}\r\n");
            if (chance.Percent(5)) Write($"X-Long: {new string('h', chance.Of([1000, 20_000, 70_000]))}\r\n");
            Write("\r\n" + (chance.Percent(80) ? $"# Título {chance.Below(50)}\n\n" + Strange.Text(chance) : "%PDF-1.7\n" + chance.Letters(chance.Length(5000))) + "\r\n");
        }
        if (chance.Percent(85)) Write($"--{boundary}--\r\n");
        var bytes = body.ToArray();
        return (chance.Percent(20) ? ByteMutator.Mutate(bytes, chance) : bytes, $"multipart/form-data; boundary={boundary}");
    }
}
