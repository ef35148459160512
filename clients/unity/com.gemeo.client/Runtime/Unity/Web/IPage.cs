#nullable enable
namespace Gemeo.Unity
{
    /// <summary>The sockets of a web page, asked and never calling: what comes waits in the page until it is taken.</summary>
    interface IPage
    {
        /// <returns>The socket's number.</returns>
        int Open(string address);

        /// <summary>As WebSocket.readyState: 0 while it connects, 1 open, 2 and 3 when it is over; 1 as long as a message waits.</summary>
        int State(int socket);

        /// <returns>False when it does not stand.</returns>
        bool Send(int socket, string text);

        /// <summary>The next message; null when none waits.</summary>
        string? Next(int socket);

        int CloseCode(int socket);

        string CloseReason(int socket);

        /// <summary>Closes it, and forgets its number.</summary>
        void Close(int socket);
    }
}
