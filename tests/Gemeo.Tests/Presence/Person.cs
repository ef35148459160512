using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Gemeo.Tests.Presence;

/// <summary>Somebody in a room over a real socket, who follows no things. Keeps the room as it was told.</summary>
sealed class Person(LiveClient client) : IAsyncDisposable
{
    static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    readonly HashSet<double> _places = [];

    public LiveClient Client => client;
    public string You { get; private set; } = "";
    public string Token { get; private set; } = "";
    public string Role { get; private set; } = "";

    /// <summary>Who else is here, and where: id → name and pose.</summary>
    public Dictionary<string, (string Name, double[] Pose)> Others { get; } = [];

    /// <summary>What came, in order.</summary>
    public List<JsonNode> Heard { get; } = [];

    /// <summary>Whether it was ever told that somebody stood there.</summary>
    public bool WasTold(double x) => _places.Contains(x);

    public static async Task<Person> Connect(TestServer server, string query = "?thing=-") => new(await server.Live(query));

    public static async Task<Person> Join(TestServer server, string name, string room = "lab", string? token = null)
    {
        var person = await Connect(server);
        await person.Join(name, room, token);
        return person;
    }

    public async Task Join(string name, string room = "lab", string? token = null)
    {
        await client.Say(new { type = "join", room, name, pose = (double[])[0, 0, 0, 0], token });
        await Until(m => m["type"]!.GetValue<string>() == "room" && m["room"]!.GetValue<string>() == room);
    }

    public Task Move(double x, double y = 0, double z = 0, double yaw = 0) => client.Say(new { type = "move", pose = (double[])[x, y, z, yaw] });

    public Task Leave() => client.Say(new { type = "leave" });

    /// <summary>Cuts the connection without a word.</summary>
    public void Vanish() => client.Socket.Abort();

    public Task Close() => client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public async Task<JsonNode> Next()
    {
        var message = await client.Next(m => m["type"]?.GetValue<string>() is "room" or "people" or "role" or "error" or "answer");
        Heard.Add(message);
        Take(message);
        return message;
    }

    // A heartbeat is a message too, so a limit for each message is none.
    public Task<JsonNode> Until(Func<JsonNode, bool> fits) => ReadUntil(fits).WaitAsync(_limit);

    async Task<JsonNode> ReadUntil(Func<JsonNode, bool> fits)
    {
        while (true)
            if (await Next() is var message && fits(message)) return message;
    }

    /// <summary>Reads on until it looks so here.</summary>
    public Task Sees(Func<Dictionary<string, (string Name, double[] Pose)>, bool> so) => so(Others) ? Task.CompletedTask : Until(_ => so(Others));

    void Take(JsonNode message)
    {
        switch (message["type"]!.GetValue<string>())
        {
            case "room":
                (You, Token, Role) = (message["you"]!.GetValue<string>(), message["token"]!.GetValue<string>(), message["role"]!.GetValue<string>());
                Others.Clear();
                Come(message["people"]);
                break;
            case "role":
                Role = message["role"]!.GetValue<string>();
                break;
            case "people":
                Come(message["came"]);
                foreach (var moved in message["moved"]?.AsArray() ?? []) Go(moved!.AsArray());
                foreach (var left in message["left"]?.AsArray() ?? []) Assert.True(Others.Remove(left!.GetValue<string>()), "somebody left who was not here");
                break;
        }
    }

    // One's own comes back too; a client passes it over.
    void Come(JsonNode? people)
    {
        foreach (var person in people?.AsArray() ?? [])
            Put(person!["id"]!.GetValue<string>(), person["name"]!.GetValue<string>(), person["pose"]!.AsArray());
    }

    void Go(JsonArray moved)
    {
        if (moved[0]!.GetValue<string>() is var id && id != You) Put(id, Others[id].Name, moved.Skip(1));
    }

    void Put(string id, string name, IEnumerable<JsonNode?> pose)
    {
        if (id == You) return;
        Others[id] = (name, [.. pose.Select(n => n!.GetValue<double>())]);
        _places.Add(Others[id].Pose[0]);
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();
}
