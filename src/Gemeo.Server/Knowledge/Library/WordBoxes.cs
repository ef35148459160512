using System.Buffers.Binary;
using System.Collections.Immutable;
using Gemeo.Knowledge.Reading;

namespace Gemeo.Knowledge.Library;

/// <summary>A page's word boxes in sixteen bytes each; a tenth of a point is finer than any screen shows.</summary>
static class WordBoxes
{
    const int Size = 16;
    const float Scale = 10;

    public static byte[] Pack(ImmutableArray<WordBox> words)
    {
        var bytes = new byte[words.Length * Size];
        for (var i = 0; i < words.Length; i++) Write(bytes.AsSpan(i * Size, Size), words[i]);
        return bytes;
    }

    public static ImmutableArray<WordBox> Unpack(ReadOnlySpan<byte> bytes)
    {
        var words = ImmutableArray.CreateBuilder<WordBox>(bytes.Length / Size);
        for (; bytes.Length >= Size; bytes = bytes[Size..]) words.Add(Read(bytes));
        return words.MoveToImmutable();
    }

    /// <summary>What to highlight for a part of a page's text.</summary>
    public static ImmutableArray<Box> Boxes(PageRow page, int start, int length) =>
        new DocumentPage(page.Number, (float)page.Width, (float)page.Height, page.Text, Unpack(page.Words), []).BoxesOf(start, length);

    static void Write(Span<byte> to, WordBox word)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, word.Start);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], (ushort)Math.Min(word.Length, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(to[6..], (ushort)Math.Min(word.Line, ushort.MaxValue));
        ReadOnlySpan<float> sides = [word.Box.Left, word.Box.Top, word.Box.Width, word.Box.Height];
        for (var i = 0; i < 4; i++) BinaryPrimitives.WriteInt16LittleEndian(to[(8 + i * 2)..], (short)Math.Clamp(sides[i] * Scale, short.MinValue, short.MaxValue));
    }

    static WordBox Read(ReadOnlySpan<byte> from)
    {
        Span<float> sides = stackalloc float[4];
        for (var i = 0; i < 4; i++) sides[i] = BinaryPrimitives.ReadInt16LittleEndian(from[(8 + i * 2)..]) / Scale;
        return new(BinaryPrimitives.ReadInt32LittleEndian(from), BinaryPrimitives.ReadUInt16LittleEndian(from[4..]), BinaryPrimitives.ReadUInt16LittleEndian(from[6..]), new(sides[0], sides[1], sides[2], sides[3]));
    }
}
