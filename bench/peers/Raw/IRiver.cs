using System.Buffers;

namespace Gemeo.Bench.Raw;

/// <summary>From the subscription to the sockets.</summary>
interface IRiver
{
    void Add(in ReadOnlySequence<byte> payload);

    Task ServeAsync(HttpContext context);
}
