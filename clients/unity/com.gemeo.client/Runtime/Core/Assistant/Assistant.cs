#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>Talks to the lab's assistant (docs/assistant.md).</summary>
    public sealed class Assistant
    {
        readonly Api _api;

        internal Assistant(Api api) => _api = api;

        /// <summary>Begins a conversation, or goes on with one of before.</summary>
        /// <param name="room">In which room the person stands: <c>apague a luz</c> means the one there.</param>
        public Conversation Talk(string? conversation = null, string? room = null) => new Conversation(_api, conversation, room);
    }

    /// <summary>One conversation. One thing is said at a time.</summary>
    public sealed class Conversation
    {
        readonly Api _api;

        internal Conversation(Api api, string? id, string? room)
        {
            _api = api;
            Id = id;
            Room = room;
        }

        /// <summary>Null until the first answer begins.</summary>
        public string? Id { get; private set; }

        public string? Room { get; set; }

        /// <summary>Says something, and gives the answer once it is whole; on the way each part is told as it comes.</summary>
        /// <exception cref="RefusedException">The answer could not go on; what was told before stands.</exception>
        public async Task<ChatAnswer> Say(string message, Action<ChatPart>? part = null, CancellationToken cancel = default)
        {
            var body = new JObject { ["message"] = message };
            if (Id != null) body["conversation"] = Id;
            if (Room != null) body["room"] = Room;
            if (_api.Language != null) body["language"] = _api.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "pt";
            var whole = new ChatAnswer();
            var events = new EventReader();
            await _api.Stream("POST", "chat", body, "text/event-stream", text =>
            {
                foreach (var data in events.Read(text)) Take(ChatPart.Read(data), whole, part);
            }, cancel);
            return whole.IsWhole ? whole : throw new BadAnswerException("the answer broke off");
        }

        void Take(ChatPart heard, ChatAnswer whole, Action<ChatPart>? part)
        {
            if (heard.Kind == ChatPartKind.Error) throw RefusedException.Of(Refusal.Read((int)heard.Document.Count("status"), heard.Raw));
            Id = heard.Document.Text("conversation") ?? Id;
            whole.Take(heard);
            part?.Invoke(heard);
        }
    }
}
