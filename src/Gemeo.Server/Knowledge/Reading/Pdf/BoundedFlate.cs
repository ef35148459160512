using System.Buffers;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Inflates up to a size. A damaged stream gives what came before the damage.</summary>
sealed class BoundedFlate(ReadingBudget budget, IFilter inner) : IFilter
{
    const int HeaderLength = 2;
    const int FirstSize = 16 << 10;

    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        budget.Check();
        var plain = Inflate(input);
        // The library undoes predictors; what it will unpack is now known to be of bounded size.
        return HasPredictor(streamDictionary) ? inner.Decode(input, streamDictionary, filterProvider, filterIndex) : plain;
    }

    Memory<byte> Inflate(Memory<byte> input)
    {
        if (input.Length <= HeaderLength) return Memory<byte>.Empty;
        using var stream = new DeflateStream(new ReadOnlyStream(input[HeaderLength..]), CompressionMode.Decompress);
        var buffer = new byte[Math.Clamp(input.Length * 4, FirstSize, budget.Limits.Stream)];
        var length = 0;
        while (Read(stream, buffer.AsSpan(length)) is > 0 and var read)
        {
            length += read;
            if (length < buffer.Length) continue;
            budget.Check();
            if (length >= budget.Limits.Stream) throw budget.Stop(ReadingFault.TooHeavy);
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, budget.Limits.Stream));
        }
        return buffer.AsMemory(0, length);
    }

    static int Read(DeflateStream stream, Span<byte> into)
    {
        try
        {
            return stream.Read(into);
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }

    static bool HasPredictor(DictionaryToken dictionary) =>
        dictionary.ContainsKey(NameToken.DecodeParms) || dictionary.ContainsKey(NameToken.Dp);

    /// <summary>Memory as a stream, without a copy.</summary>
    sealed class ReadOnlyStream(ReadOnlyMemory<byte> memory) : Stream
    {
        int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => memory.Length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, memory.Length - _position);
            memory.Span.Slice(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
