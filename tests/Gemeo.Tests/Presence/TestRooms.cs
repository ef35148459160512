namespace Gemeo.Tests.Presence;

static class TestRooms
{
    /// <summary>Two rooms and nothing in them.</summary>
    public const string Lab = """
        { "name": "Teste", "language": "pt-BR", "timeZone": "America/Sao_Paulo", "things": [],
          "scene": { "rooms": { "laboratorio": { "size": [10, 8] }, "sala-5g": { "size": [5, 5] } } } }
        """;
}
