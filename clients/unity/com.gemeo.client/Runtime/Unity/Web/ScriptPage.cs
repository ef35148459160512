#if UNITY_WEBGL && !UNITY_EDITOR
#nullable enable
using System.Runtime.InteropServices;

namespace Gemeo.Unity
{
    /// <summary>The page that Unity's Web player runs in: GemeoSocket.jslib.</summary>
    sealed class ScriptPage : IPage
    {
        const string Library = "__Internal";

        public int Open(string address) => GemeoSocketOpen(address);

        public int State(int socket) => GemeoSocketState(socket);

        public bool Send(int socket, string text) => GemeoSocketSend(socket, text) != 0;

        // Told apart by asking first: an empty message and none would be the same text.
        public string? Next(int socket) => GemeoSocketWaiting(socket) == 0 ? null : GemeoSocketNext(socket);

        public int CloseCode(int socket) => GemeoSocketCloseCode(socket);

        public string CloseReason(int socket) => GemeoSocketCloseReason(socket);

        public void Close(int socket) => GemeoSocketClose(socket);

        [DllImport(Library)]
        static extern int GemeoSocketOpen(string address);

        [DllImport(Library)]
        static extern int GemeoSocketState(int socket);

        [DllImport(Library)]
        static extern int GemeoSocketSend(int socket, string text);

        [DllImport(Library)]
        static extern int GemeoSocketWaiting(int socket);

        [DllImport(Library)]
        static extern string GemeoSocketNext(int socket);

        [DllImport(Library)]
        static extern int GemeoSocketCloseCode(int socket);

        [DllImport(Library)]
        static extern string GemeoSocketCloseReason(int socket);

        [DllImport(Library)]
        static extern void GemeoSocketClose(int socket);
    }
}
#endif
