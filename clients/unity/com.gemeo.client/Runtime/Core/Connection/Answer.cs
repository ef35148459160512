#nullable enable
using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>An answer that was no refusal.</summary>
    public sealed class Answer
    {
        readonly AnswerHead _head;

        internal Answer(AnswerHead head, string raw)
        {
            _head = head;
            Raw = raw;
            Body = raw.Length == 0 ? JValue.CreateNull() : Json.Parse(raw);
        }

        public int Status => _head.Status;

        /// <summary>JSON's null when there was none.</summary>
        public JToken Body { get; }

        /// <summary>The body letter by letter as it came.</summary>
        public string Raw { get; }

        /// <summary>Path of the next page; null when this is the last.</summary>
        public string? Next => NextOf(_head.Link);

        /// <summary>The server's clock, to the second; null where a page's script may not see it.</summary>
        public DateTimeOffset? Date => TimeIn(_head.Date);

        /// <summary>Of a property: when its device reported the value.</summary>
        public DateTimeOffset? Reported => TimeIn(_head.Reported);

        // </things?offset=100&limit=100>; rel="next", relative to the server, whatever folder it is behind.
        static string? NextOf(string? link)
        {
            if (link is null || !link.Contains("rel=\"next\"")) return null;
            var (open, close) = (link.IndexOf('<'), link.IndexOf('>'));
            return open >= 0 && close > open ? link.Substring(open + 1, close - open - 1).TrimStart('/') : null;
        }

        static DateTimeOffset? TimeIn(string? header) =>
            DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null;
    }

    /// <summary>What is kept of an answer's head when its body was read.</summary>
    readonly struct AnswerHead
    {
        public AnswerHead(IHttpAnswer answer)
        {
            Status = answer.Status;
            Link = answer.Header("Link");
            Date = answer.Header("Date");
            Reported = answer.Header("X-Reported");
        }

        public int Status { get; }

        public string? Link { get; }

        public string? Date { get; }

        public string? Reported { get; }
    }
}
