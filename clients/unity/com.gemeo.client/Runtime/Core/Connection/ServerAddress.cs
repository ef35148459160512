#nullable enable
using System;

namespace Gemeo.Client
{
    /// <summary>Where the server is, and the key that it asks of strangers.</summary>
    public sealed class ServerAddress
    {
        ServerAddress(Uri root, string? key)
        {
            Root = root;
            Key = key;
        }

        /// <summary>Ends in a slash.</summary>
        public Uri Root { get; }

        public string? Key { get; }

        /// <summary>Takes <c>http://host:port</c>, <c>host:port</c>, and the address that <c>--lan</c> prints, with its <c>?key=</c>.</summary>
        /// <exception cref="ArgumentException">It is no address.</exception>
        public static ServerAddress Parse(string text, string? key = null) =>
            TryParse(text, key, out var address) ? address! : throw new ArgumentException("No address of a server: \"" + text + "\". Expected one like http://127.0.0.1:8080.", nameof(text));

        public static bool TryParse(string text, string? key, out ServerAddress? address)
        {
            address = null;
            text = text.Trim();
            if (!Uri.TryCreate(text.Contains("://") ? text : "http://" + text, UriKind.Absolute, out var uri)) return false;
            if (uri.Scheme != "http" && uri.Scheme != "https" || uri.Host.Length == 0) return false;
            var folder = uri.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? uri.AbsolutePath : uri.AbsolutePath + "/";
            address = new ServerAddress(new Uri(uri.GetLeftPart(UriPartial.Authority) + folder), string.IsNullOrWhiteSpace(key) ? KeyIn(uri.Query) : key!.Trim());
            return true;
        }

        /// <summary>The whole address of a path such as <c>things?limit=10</c>; a leading slash changes nothing.</summary>
        public Uri Of(string path) => new Uri(Root, path.TrimStart('/'));

        /// <summary>The same for a socket: <c>ws</c>, or <c>wss</c> where the server speaks HTTPS.</summary>
        public Uri Socket(string path)
        {
            var http = Of(path);
            return new UriBuilder(http) { Scheme = http.Scheme == "https" ? "wss" : "ws" }.Uri;
        }

        static string? KeyIn(string query)
        {
            foreach (var pair in query.TrimStart('?').Split('&'))
            {
                if (pair.StartsWith("key=", StringComparison.Ordinal) && pair.Length > 4) return Uri.UnescapeDataString(pair.Substring(4));
            }
            return null;
        }
    }
}
