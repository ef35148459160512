using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Counts what an LZW stream will unpack to (one code may stand for 3,800 bytes) before the library unpacks it.</summary>
sealed class BoundedLzw(ReadingBudget budget, IFilter inner) : IFilter
{
    const int Clear = 256;
    const int End = 257;
    const int TableSize = 4096;

    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        budget.Check();
        if (UnpackedLength(input.Span, EarlyChange(streamDictionary)) > budget.Limits.Stream) throw budget.Stop(ReadingFault.TooHeavy);
        return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
    }

    /// <summary>Whether codes grow one code early, as nearly all writers have it: 1 or 0.</summary>
    static int EarlyChange(DictionaryToken dictionary)
    {
        if (!dictionary.TryGet(NameToken.DecodeParms, out var parameters) && !dictionary.TryGet(NameToken.Dp, out parameters)) return 1;
        return parameters is DictionaryToken one && one.TryGet(NameToken.EarlyChange, out var told) && told is NumericToken { Int: 0 } ? 0 : 1;
    }

    static long UnpackedLength(ReadOnlySpan<byte> input, int early)
    {
        var lengths = new int[TableSize];
        var (next, width, previous, total, at) = (End + 1, 9, 0, 0L, 0L);
        while (at + width <= input.Length * 8L)
        {
            var code = Code(input, at, width);
            at += width;
            if (code == End) break;
            if (code == Clear)
            {
                (next, width, previous) = (End + 1, 9, 0);
                continue;
            }
            var length = code < Clear ? 1 : code < next ? lengths[code] : previous + 1;
            total += length;
            if (previous > 0 && next < TableSize) lengths[next++] = previous + 1;
            previous = length;
            width = (next + early) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }
        return total;
    }

    static int Code(ReadOnlySpan<byte> input, long at, int width)
    {
        var code = 0;
        for (var i = 0; i < width; i++, at++) code = code << 1 | input[(int)(at >> 3)] >> (int)(7 - (at & 7)) & 1;
        return code;
    }
}
