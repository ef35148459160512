#nullable enable
using System;
using System.Text;

namespace Gemeo.Client
{
    /// <summary>Addresses on the server; ids may hold anything.</summary>
    public static class Paths
    {
        public static string Thing(string id) => "things/" + Uri.EscapeDataString(id);

        public static string Property(string id, string name) => Thing(id) + "/properties/" + Uri.EscapeDataString(name);

        public static string Action(string id, string name) => Thing(id) + "/actions/" + Uri.EscapeDataString(name);

        /// <summary><c>path?a=1&amp;b=2</c>, leaving out what is null or empty; a name may stand more than once.</summary>
        public static string Query(string path, params (string Name, string? Value)[] query)
        {
            var whole = new StringBuilder(path);
            var sign = path.IndexOf('?') < 0 ? '?' : '&';
            foreach (var (name, value) in query)
            {
                if (string.IsNullOrEmpty(value)) continue;
                whole.Append(sign).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                sign = '&';
            }
            return whole.ToString();
        }
    }
}
