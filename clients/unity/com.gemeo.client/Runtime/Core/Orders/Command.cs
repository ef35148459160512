#nullable enable
using System;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    public enum CommandState
    {
        /// <summary>On record, not sent yet: waiting for its device.</summary>
        Pending,

        /// <summary>Published. It ends here when nothing can confirm it (<see cref="Command.Unconfirmable"/>).</summary>
        Sent,

        /// <summary>The device reported what was asked.</summary>
        Confirmed,

        /// <summary>It was not carried out; <see cref="Command.Reason"/> says why.</summary>
        Failed,

        /// <summary>No report came in time: whether the device obeyed is unknown.</summary>
        Expired,
    }

    /// <summary>An action or a property write, as it stands at some moment.</summary>
    public sealed class Command
    {
        readonly string? _raw;

        Command(JToken document, string id, CommandState state, string? raw)
        {
            Document = document;
            _raw = raw;
            Id = id;
            State = state;
        }

        public string Id { get; }

        public CommandState State { get; }

        public string Thing => Document.Text("thing") ?? "";

        /// <summary>The action or the property.</summary>
        public string Name => Document.Text("name") ?? "";

        /// <summary>A property write, not an action.</summary>
        public bool IsWrite => Document.Text("of") == "property";

        public Value Input => Document.At("input");

        /// <summary>It was so already; nothing was sent.</summary>
        public bool Already => Document.Flag("already");

        /// <summary>Nothing that the device reports can confirm it.</summary>
        public bool Unconfirmable => Document.Flag("unconfirmable");

        /// <summary>Who asked: <c>http:</c>, <c>chat:</c>, <c>mcp:</c> and the address, or <c>ws</c>.</summary>
        public string? By => Document.Text("by");

        /// <summary>Why it failed or expired: <c>offline</c>, <c>no-answer</c>, <c>not-sent</c>, <c>superseded</c>, <c>restarted</c>.</summary>
        public string? Reason => Document.Text("reason");

        public DateTimeOffset? Created => Document.Time("created");

        public DateTimeOffset? SentAt => Document.Time("sent");

        public DateTimeOffset? Ended => Document.Time("ended");

        public DateTimeOffset? QueuedUntil => Document.Time("queuedUntil");

        /// <summary>Nothing more will happen to it.</summary>
        public bool IsOver => State >= CommandState.Confirmed || State == CommandState.Sent && Unconfirmable;

        /// <summary>As the server told it.</summary>
        public JToken Document { get; }

        /// <summary>The same as text: letter by letter as it came when it came alone.</summary>
        public string Raw => _raw ?? Document.Line();

        /// <exception cref="BadAnswerException">It is no command.</exception>
        public static Command Read(JToken document) => Of(document) ?? throw new BadAnswerException("a command without an id");

        internal static Command Read(JToken document, string? raw) => Of(document, raw) ?? throw new BadAnswerException("a command without an id");

        /// <summary>Null when it is none.</summary>
        internal static Command? Of(JToken? document, string? raw = null) =>
            document != null && document.Text("id") is { } id ? new Command(document, id, StateOf(document.Text("state")), raw) : null;

        static CommandState StateOf(string? state) => state switch
        {
            "sent" => CommandState.Sent,
            "confirmed" => CommandState.Confirmed,
            "failed" => CommandState.Failed,
            "expired" => CommandState.Expired,
            // Of one that this client does not know, no more is known than that it is not over.
            _ => CommandState.Pending,
        };
    }
}
