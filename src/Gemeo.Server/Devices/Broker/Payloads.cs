using System.Buffers;

namespace Gemeo.Devices.Broker;

/// <summary>Messages compared byte by byte.</summary>
static class Payloads
{
    public static bool Same(ReadOnlySequence<byte> one, ReadOnlySequence<byte> other)
    {
        if (one.Length != other.Length) return false;
        if (one.IsSingleSegment && other.IsSingleSegment) return one.FirstSpan.SequenceEqual(other.FirstSpan);
        return one.ToArray().AsSpan().SequenceEqual(other.ToArray());
    }
}
