#nullable enable
using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>The server's no: its RFC 9457 document (docs/errors.md), or its sibling on a socket, read as far as it goes.</summary>
    public sealed class Refusal
    {
        const string TypePrefix = "urn:gemeo:problem:";

        readonly string? _raw;

        Refusal(int status, string code, string erro, JToken? document, string? raw = null)
        {
            Status = status;
            Code = code;
            Erro = erro;
            Document = document;
            _raw = raw;
        }

        public int Status { get; }

        /// <summary>Stable code, <c>no-answer</c>; the status when the answer was no problem document.</summary>
        public string Code { get; }

        /// <summary>One sentence for a person, in the language that was asked for.</summary>
        public string Erro { get; }

        /// <summary>What exactly was wrong, in English.</summary>
        public string? Detail => Document.Text("detail");

        /// <summary>The order as it ended, when one was made.</summary>
        public Command? Command => Client.Command.Of(Document.At("command"));

        /// <summary>As it came; null when it was no JSON.</summary>
        public JToken? Document { get; }

        /// <summary>The same as text, letter by letter where it was sent; null when it was no JSON.</summary>
        public string? Raw => Document is null ? null : _raw ?? Document.Line();

        public static Refusal Read(int status, string? body)
        {
            var document = Parsed(body);
            var type = document.Text("type");
            var code = type != null && type.StartsWith(TypePrefix, StringComparison.Ordinal) ? type.Substring(TypePrefix.Length) : document.Text("code");
            var number = status.ToString(CultureInfo.InvariantCulture);
            return new Refusal(status, code ?? number, document.Text("erro") ?? document.Text("title") ?? "HTTP " + number, document, body);
        }

        /// <summary>The refusal that whoever waited for this order got; <paramref name="command"/> failed or expired.</summary>
        internal static Refusal Of(Command command, string? language)
        {
            var status = command.State == CommandState.Expired ? 504 : command.Reason == "superseded" ? 409 : 503;
            var document = new JObject { ["status"] = status, ["code"] = command.Reason, ["command"] = command.Document };
            return new Refusal(status, command.Reason ?? "failed", Reasons.Sentence(command.Reason, language), document);
        }

        static JToken? Parsed(string? body)
        {
            if (string.IsNullOrEmpty(body)) return null;
            try { return Json.Parse(body!); }
            catch (BadAnswerException) { return null; }
        }
    }
}
