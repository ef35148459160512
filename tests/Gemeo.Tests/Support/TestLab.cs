namespace Gemeo.Tests.Support;

/// <summary>Small labs for tests.</summary>
public static class TestLab
{
    /// <summary>One lamp that answers within two seconds or not at all, one car park of two spots, one plain sensor.</summary>
    public const string Lamp = """
        {
          "name": "Teste", "language": "pt-BR", "timeZone": "America/Sao_Paulo",
          "@context": ["https://www.w3.org/2022/wot/td/v1.1", { "gemeo": "urn:gemeo:td#", "mqv": "http://www.example.org/mqtt-binding#" }],
          "securityDefinitions": { "none": { "scheme": "nosec" } }, "security": "none", "base": "mqtt://broker/",
          "things": [
            { "id": "lamp", "title": "Lâmpada", "gemeo:kind": "lamp",
              "gemeo:availability": { "mqv:topic": "lamp/status" },
              "properties": { "ligada": { "type": "boolean", "gemeo:deadline": 1, "forms": [
                { "href": "lamp/state", "contentType": "text/plain", "op": ["readproperty", "observeproperty"] },
                { "href": "lamp/set", "contentType": "text/plain", "op": "writeproperty" } ] } },
              "actions": {
                "ligar": { "idempotent": true, "gemeo:deadline": 1, "gemeo:confirmedBy": { "property": "ligada", "equals": true }, "forms": [{ "href": "lamp/set", "contentType": "text/plain", "gemeo:template": "ON" }] },
                "desligar": { "idempotent": true, "gemeo:deadline": 1, "gemeo:confirmedBy": { "property": "ligada", "equals": false }, "forms": [{ "href": "lamp/set", "contentType": "text/plain", "gemeo:template": "OFF" }] },
                "alternar": { "gemeo:deadline": 1, "gemeo:confirmedBy": { "property": "ligada", "equals": true }, "forms": [{ "href": "lamp/set", "contentType": "text/plain", "gemeo:template": "TOGGLE" }] },
                "piscar": { "gemeo:deadline": 1, "forms": [{ "href": "lamp/blink", "contentType": "text/plain", "gemeo:template": "{{id}}" }] } } },
            { "id": "sensor", "title": "Sensor", "properties": { "distance": { "type": "number", "unit": "cm", "minimum": -100, "maximum": 1000000000, "forms": [{ "href": "sensor/distance", "contentType": "text/plain", "op": "readproperty" }] } } },
            { "id": "porta", "title": "Porta", "events": { "aberta": { "data": { "type": "string" }, "forms": [{ "href": "porta/aberta", "contentType": "text/plain" }] } },
              "properties": { "trancada": { "type": "boolean", "readOnly": true, "forms": [{ "href": "porta/trancada", "contentType": "text/plain" }] } } } ],
          "models": [ { "for": { "n": "1..2" }, "model": { "@type": "tm:ThingModel", "id": "vaga-{{n}}", "title": "Vaga {{n}}", "properties": { "ocupada": { "type": "boolean", "readOnly": true, "forms": [
            { "href": "parking/sensor", "contentType": "text/plain", "op": "readproperty", "gemeo:delimiter": ",", "gemeo:key": { "index": 0, "equals": "{{n}}" }, "gemeo:index": 1, "gemeo:words": { "Occupied": true, "Available": false } } ] } } } } ],
          "shortcuts": [ { "path": "/lab/ligar_luz", "thing": "lamp", "action": "ligar", "says": { "done": { "pt": "Luz ligada com sucesso!", "en": "Light turned on!" }, "already": { "pt": "A luz já está ligada.", "en": "The light is on already." } } } ]
        }
        """;
}
