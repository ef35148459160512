using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gemeo.Hosting;

namespace Gemeo.Presence;

/// <summary>What rooms say, as WebSocket text frames.</summary>
public static class RoomJson
{
    static readonly JsonWriterOptions _style = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"type":"people","room":…,"came":[{id,name,pose}],"moved":[[id,x,y,z,yaw]],"left":[id]}</c>; what is empty is left out.</summary>
    public static byte[] News(string room, Difference news) => Frame("people", room, json =>
    {
        if (news.Came.Count > 0) Array(json, "came", news.Came, p => Person(json, p.Id, p.Name, p.Pose));
        if (news.Moved.Count > 0) Array(json, "moved", news.Moved, p => Moved(json, p));
        if (news.Left.Count > 0) Array(json, "left", news.Left, json.WriteStringValue);
    }).ToArray();

    /// <summary><c>{"type":"room","room":…,"you":id,"token":…,"role":…,"cap":30,"people":[{id,name,pose}]}</c></summary>
    public static ReadOnlyMemory<byte> Whole(Inside inside) => Frame("room", inside.Room, json =>
    {
        json.WriteString("you", inside.You);
        json.WriteString("token", inside.Token);
        json.WriteString("role", inside.Watches ? "observer" : "person");
        json.WriteNumber("cap", inside.Cap);
        Array(json, "people", inside.People, p => Person(json, p.Id, p.Name, p.Pose));
    });

    /// <summary>For an observer that has a place now.</summary>
    public static readonly ReadOnlyMemory<byte> Promoted = TextFrame.Of("""{"type":"role","role":"person"}"""u8);

    static ReadOnlyMemory<byte> Frame(string type, string room, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, _style);
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("room", room);
        members(json);
        json.WriteEndObject();
        json.Flush();
        return TextFrame.Of(buffer.WrittenSpan);
    }

    static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    static void Person(Utf8JsonWriter json, string id, string name, Pose pose)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteStartArray("pose");
        Numbers(json, pose);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Moved(Utf8JsonWriter json, Person person)
    {
        json.WriteStartArray();
        json.WriteStringValue(person.Id);
        Numbers(json, person.Pose);
        json.WriteEndArray();
    }

    static void Numbers(Utf8JsonWriter json, Pose pose)
    {
        json.WriteNumberValue(pose.X);
        json.WriteNumberValue(pose.Y);
        json.WriteNumberValue(pose.Z);
        json.WriteNumberValue(pose.Yaw);
    }
}
