using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gemeo.Knowledge.Reading.Pdf;

/// <summary>Unpacks streams up to a size. Pictures are not unpacked at all: they hold no text, and a forged one could take any memory.</summary>
sealed class BoundedFilters(ReadingBudget budget) : BaseFilterProvider(Bound(budget))
{
    static Dictionary<string, IFilter> Bound(ReadingBudget budget)
    {
        var filters = new Dictionary<string, IFilter>();
        foreach (var name in (NameToken[])[NameToken.FlateDecode, NameToken.FlateDecodeAbbreviation]) filters[name.Data] = new BoundedFlate(budget, Plain(name));
        foreach (var name in (NameToken[])[NameToken.LzwDecode, NameToken.LzwDecodeAbbreviation]) filters[name.Data] = new BoundedLzw(budget, Plain(name));
        foreach (var name in (NameToken[])[NameToken.Ascii85Decode, NameToken.Ascii85DecodeAbbreviation, NameToken.AsciiHexDecode, NameToken.AsciiHexDecodeAbbreviation])
            filters[name.Data] = new BoundedByRatio(budget, Plain(name), 4);
        foreach (var name in (NameToken[])[NameToken.RunLengthDecode, NameToken.RunLengthDecodeAbbreviation]) filters[name.Data] = new BoundedByRatio(budget, Plain(name), 64);
        foreach (var name in (NameToken[])
            [
                NameToken.DctDecode, NameToken.DctDecodeAbbreviation, NameToken.CcittfaxDecode, NameToken.CcittfaxDecodeAbbreviation,
                NameToken.Jbig2Decode, NameToken.JpxDecode,
            ])
            filters[name.Data] = Picture.Instance;
        return filters;
    }

    static IFilter Plain(NameToken name) => DefaultFilterProvider.Instance.GetNamedFilters([name])[0];

    sealed class Picture : IFilter
    {
        public static readonly Picture Instance = new();

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) => Memory<byte>.Empty;
    }

    /// <summary>For packings that can grow by so much and no more.</summary>
    sealed class BoundedByRatio(ReadingBudget budget, IFilter inner, int most) : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Check();
            if ((long)input.Length * most > (long)budget.Limits.Stream * 2) throw budget.Stop(ReadingFault.TooHeavy);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
