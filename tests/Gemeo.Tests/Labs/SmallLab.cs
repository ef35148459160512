using System.Text.Json.Nodes;

namespace Gemeo.Tests.Labs;

/// <summary>A lab with one of each kind of thing to spoil.</summary>
static class SmallLab
{
    public const string Json = """
        {
          "name": "Teste", "language": "pt-BR", "timeZone": "America/Sao_Paulo",
          "@context": "https://www.w3.org/2022/wot/td/v1.1",
          "securityDefinitions": { "none": { "scheme": "nosec" } }, "security": "none", "base": "mqtt://broker/",
          "things": [
            { "id": "lamp", "title": "Lamp", "gemeo:kind": "lamp", "gemeo:room": "sala",
              "gemeo:availability": { "mqv:topic": "lamp/status" }, "gemeo:silentAfter": 60,
              "properties": {
                "on": { "type": "boolean", "gemeo:deadline": 2, "forms": [
                  { "href": "lamp/state", "contentType": "text/plain", "op": "readproperty", "gemeo:words": { "ON": true, "OFF": false } },
                  { "href": "lamp/set", "op": "writeproperty", "mqv:qos": "1" } ] },
                "level": { "type": "integer", "unit": "%", "minimum": 0, "maximum": 100, "readOnly": true, "forms": [
                  { "href": "", "mqv:filter": "lamp/+/level", "gemeo:pointer": "/a/level", "gemeo:time": "/at", "gemeo:key": { "pointer": "/id", "equals": 7 } } ] } },
              "actions": { "switch": { "idempotent": true, "gemeo:confirmedBy": { "property": "on", "equals": true }, "forms": [
                { "href": "lamp/set", "gemeo:template": "{\"state\":{{value}}}" } ], "input": { "type": "boolean" } } },
              "events": { "broken": { "data": { "type": "string" }, "forms": [ { "href": "lamp/broken", "contentType": "text/plain" } ] } } }
          ],
          "models": [ { "for": { "n": "1..2" }, "model": { "@type": "tm:ThingModel", "id": "spot-{{n}}", "title": "Spot {{n}}",
            "properties": { "taken": { "type": "boolean", "readOnly": true, "forms": [
              { "href": "park", "contentType": "text/plain", "gemeo:delimiter": ",", "gemeo:key": { "index": 0, "equals": "{{n}}" }, "gemeo:index": 1, "gemeo:time": 2 } ] } } } } ],
          "shortcuts": [ { "path": "/lab/on", "thing": "lamp", "action": "switch", "input": true, "says": { "done": "Done", "already": { "pt": "Já" } } },
                         { "path": "/lab/off", "thing": "lamp", "property": "on", "input": false } ],
          "scene": {
            "rooms": { "sala": { "floor": [[0, 0], [4, 0], [4, 3], [0, 3]], "doors": [{ "wall": 1, "at": 1, "width": 1 }], "furniture": [{ "kind": "desk", "position": [1, 0, 1] }] } },
            "things": { "lamp": { "room": "sala", "position": [1, 1, 1], "rotation": 90 }, "spot-1": { "position": [9, 0, 9] } } }
        }
        """;

    /// <summary>The small lab with the value at a pointer replaced (or added); <c>null</c> as text removes it.</summary>
    public static string With(string pointer, string? value)
    {
        var lab = LabFolder.Tree(Json);
        var tokens = pointer[1..].Split('/').Select(t => t.Replace("~1", "/").Replace("~0", "~")).ToArray();
        JsonNode at = lab;
        foreach (var token in tokens[..^1]) at = at is JsonArray array ? array[int.Parse(token)]! : at[token]!;
        Put(at, tokens[^1], value);
        return lab.ToJsonString();
    }

    static void Put(JsonNode at, string name, string? value)
    {
        if (at is JsonArray array && value is not null && int.Parse(name) == array.Count) array.Add(JsonNode.Parse(value));
        else if (at is JsonArray list && value is not null) list[int.Parse(name)] = JsonNode.Parse(value);
        else if (value is null) at.AsObject().Remove(name);
        else at[name] = JsonNode.Parse(value);
    }
}
