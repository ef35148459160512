#nullable enable
using System;
using System.Collections.Generic;
using System.Text;

namespace Gemeo.Client
{
    /// <summary>Server-sent events from pieces of text, wherever they are cut: the data of each.</summary>
    sealed class EventReader
    {
        const int Longest = 16 << 20;
        readonly StringBuilder _line = new StringBuilder();
        readonly StringBuilder _data = new StringBuilder();
        bool _hasData;
        bool _afterReturn;

        /// <exception cref="BadAnswerException">An event of more than 16 million characters.</exception>
        public IEnumerable<string> Read(string piece)
        {
            foreach (var c in piece)
            {
                var secondHalf = c == '\n' && _afterReturn;
                _afterReturn = c == '\r';
                if (secondHalf) continue;
                if (c != '\n' && c != '\r')
                {
                    if (_line.Length + _data.Length > Longest) throw new BadAnswerException("an event without an end");
                    _line.Append(c);
                    continue;
                }
                if (End() is { } data) yield return data;
            }
        }

        string? End()
        {
            var line = _line.ToString();
            _line.Clear();
            if (line.Length == 0) return Whole();
            if (!line.StartsWith("data", StringComparison.Ordinal) || line.Length > 4 && line[4] != ':') return null;
            if (_hasData) _data.Append('\n');
            _hasData = true;
            var text = line.Length > 4 ? line.Substring(5) : "";
            _data.Append(text.StartsWith(" ", StringComparison.Ordinal) ? text.Substring(1) : text);
            return null;
        }

        string? Whole()
        {
            var data = _hasData ? _data.ToString() : null;
            _data.Clear();
            _hasData = false;
            return data;
        }
    }
}
