#nullable enable
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>What comes over the socket beside entries: <c>snapshot</c>, <c>heartbeat</c>, <c>room</c>, <c>people</c>, <c>role</c>, <c>error</c>…</summary>
    sealed class Message
    {
        Message(string type, JToken body)
        {
            Type = type;
            Body = body;
        }

        public string Type { get; }

        public JToken Body { get; }

        public string? Cursor => Body.Text("cursor");

        public static Message Read(string text)
        {
            var body = Json.Parse(text);
            return new Message(body.Text("type") ?? "", body);
        }
    }
}
