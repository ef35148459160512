#nullable enable
using System.Collections.Generic;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    public enum ChatPartKind
    {
        /// <summary>A kind that this client does not know: to be passed over.</summary>
        Other,
        Start,

        /// <summary>Words, to be put after what came before.</summary>
        Text,

        /// <summary>Where a [n] in the text is from.</summary>
        Citation,

        /// <summary>An order, as it ended.</summary>
        Action,

        /// <summary>What a <c>sim</c> or <c>yes</c> would do.</summary>
        Question,

        /// <summary>Said beside the answer.</summary>
        Note,
        Done,
        Error,
    }

    /// <summary>A part of an answer.</summary>
    public sealed class ChatPart
    {
        ChatPart(ChatPartKind kind, JToken document, string raw)
        {
            Kind = kind;
            Document = document;
            Raw = raw;
        }

        public ChatPartKind Kind { get; }

        /// <summary>The words of a text, question or note; else empty.</summary>
        public string Text => Document.Text("text") ?? "";

        /// <summary>Null unless it is a citation.</summary>
        public Citation? Citation => Kind == ChatPartKind.Citation ? new Citation(Document) : null;

        /// <summary>Null unless it is an action.</summary>
        public ChatAction? Action => Kind == ChatPartKind.Action ? new ChatAction(Document) : null;

        public JToken Document { get; }

        /// <summary>The same as text, letter by letter as it came.</summary>
        public string Raw { get; }

        internal static ChatPart Read(string raw)
        {
            var json = Json.Parse(raw);
            return new ChatPart(KindOf(json.Text("type")), json, raw);
        }

        static ChatPartKind KindOf(string? type) => type switch
        {
            "start" => ChatPartKind.Start,
            "text" => ChatPartKind.Text,
            "citation" => ChatPartKind.Citation,
            "action" => ChatPartKind.Action,
            "question" => ChatPartKind.Question,
            "note" => ChatPartKind.Note,
            "done" => ChatPartKind.Done,
            "error" => ChatPartKind.Error,
            _ => ChatPartKind.Other,
        };
    }

    /// <summary>A passage of the lab's documents that bears an answer out.</summary>
    public sealed class Citation
    {
        internal Citation(JToken json)
        {
            Number = (int)json.Count("number");
            Document = json.Text("document") ?? "";
            Name = json.Text("name") ?? "";
            Page = (int)json.Count("page");
            Quote = json.Text("quote") ?? "";
        }

        /// <summary>The <c>n</c> of [n].</summary>
        public int Number { get; }

        /// <summary>The document's id.</summary>
        public string Document { get; }

        public string Name { get; }

        public int Page { get; }

        /// <summary>Letter by letter as the page has it.</summary>
        public string Quote { get; }

        /// <summary>Where the browser world shows the page with the passage marked, relative to the server.</summary>
        public string Path => "#/?doc=" + System.Uri.EscapeDataString(Document) + "&page=" + Page.ToString(System.Globalization.CultureInfo.InvariantCulture) + "&quote=" + System.Uri.EscapeDataString(Quote);
    }

    /// <summary>An order that the assistant gave.</summary>
    public sealed class ChatAction
    {
        readonly JToken _json;

        internal ChatAction(JToken json) => _json = json;

        public string Thing => _json.Text("thing") ?? "";

        /// <summary>The action, or the property that was written.</summary>
        public string Name => _json.Text("action") ?? _json.Text("property") ?? "";

        /// <summary><c>confirmed</c>, <c>sent</c>, <c>pending</c>, <c>failed</c>, <c>expired</c>.</summary>
        public string State => _json.Text("state") ?? "";

        public bool Already => _json.Flag("already");

        public string? Command => _json.Text("command");

        /// <summary>When it did not end well: why, for a person.</summary>
        public string? Erro => _json.Text("erro");

        public string? Code => _json.Text("code");
    }

    /// <summary>An answer from beginning to end.</summary>
    public sealed class ChatAnswer
    {
        readonly StringBuilder _text = new StringBuilder();
        readonly List<Citation> _citations = new List<Citation>();
        readonly List<ChatAction> _actions = new List<ChatAction>();
        readonly List<string> _notes = new List<string>();

        public string Text => _text.ToString();

        public IReadOnlyList<Citation> Citations => _citations;

        public IReadOnlyList<ChatAction> Actions => _actions;

        public IReadOnlyList<string> Notes => _notes;

        /// <summary>What is asked before it is done; null when nothing is.</summary>
        public string? Question { get; private set; }

        public string? Language { get; private set; }

        public string? Intent { get; private set; }

        internal bool IsWhole { get; private set; }

        internal void Take(ChatPart part)
        {
            switch (part.Kind)
            {
                case ChatPartKind.Text: _text.Append(part.Text); break;
                case ChatPartKind.Citation: _citations.Add(part.Citation!); break;
                case ChatPartKind.Action: _actions.Add(part.Action!); break;
                case ChatPartKind.Note: _notes.Add(part.Text); break;
                case ChatPartKind.Question: Question = part.Text; break;
                case ChatPartKind.Done:
                    (Language, Intent, IsWhole) = (part.Document.Text("language"), part.Document.Text("intent"), true);
                    break;
            }
        }
    }
}
