using System.IO.Compression;
using System.Text;
using Gemeo.Linguistics.Languages;
using Gemeo.Linguistics.Words;

namespace Gemeo.Linguistics.Lexicons;

/// <summary>
/// The lexicon on disk, gzip over: a mark, the version of the analysis, both vocabularies (sorted; each stem as what it shares
/// with the one before and what it adds) with how often each stem was seen, the links of each Portuguese stem, and the letter
/// table. Probabilities are one byte, sixteen steps to a halving.
/// </summary>
public static class LexiconFile
{
    const uint Mark = 0x31584C47; // GLX1
    const double Steps = 16;

    public static void Write(Lexicon lexicon, Stream to)
    {
        using var zip = new GZipStream(to, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(zip, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write7BitEncodedInt(Terms.Version);
        WriteStems(writer, lexicon.Side(Lang.Pt));
        WriteStems(writer, lexicon.Side(Lang.En));
        WriteLinks(writer, lexicon.Side(Lang.Pt));
        lexicon.Letters.Write(writer);
    }

    /// <exception cref="InvalidDataException">No lexicon, a damaged one, or one learnt with another analysis.</exception>
    public static Lexicon Read(Stream from)
    {
        try
        {
            using var zip = new GZipStream(from, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new BinaryReader(new BufferedStream(zip, 1 << 16), Encoding.UTF8);
            if (reader.ReadUInt32() != Mark) throw new InvalidDataException("This is not a lexicon.");
            if (reader.Read7BitEncodedInt() is var version && version != Terms.Version)
                throw new InvalidDataException($"The lexicon was learnt with analysis {version}; this program has {Terms.Version}. Train it again.");
            var (pt, seenPt) = ReadStems(reader);
            var (en, seenEn) = ReadStems(reader);
            var side = ReadLinks(reader, pt, seenPt, en.Length);
            return new(side, side.Turned(en, seenEn), LetterTable.Read(reader));
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The lexicon is damaged.", fault);
        }
    }

    static void WriteStems(BinaryWriter writer, LexiconSide side)
    {
        writer.Write7BitEncodedInt(side.Stems.Length);
        var before = "";
        for (var i = 0; i < side.Stems.Length; i++)
        {
            var stem = side.Stems[i];
            var shared = before.AsSpan().CommonPrefixLength(stem);
            writer.Write7BitEncodedInt(shared);
            writer.Write(stem[shared..]);
            writer.Write7BitEncodedInt(side.Seen(i));
            before = stem;
        }
    }

    static (string[] Stems, int[] Seen) ReadStems(BinaryReader reader)
    {
        var (stems, seen) = (new List<string>(), new List<int>());
        var (count, before) = (reader.Read7BitEncodedInt(), "");
        for (var i = 0; i < count; i++)
        {
            before = string.Concat(before.AsSpan(0, reader.Read7BitEncodedInt()), reader.ReadString());
            stems.Add(before);
            seen.Add(reader.Read7BitEncodedInt());
        }
        return ([.. stems], [.. seen]);
    }

    static void WriteLinks(BinaryWriter writer, LexiconSide side)
    {
        for (var id = 0; id < side.Stems.Length; id++)
        {
            var links = side.Links(id);
            writer.Write7BitEncodedInt(links.Length);
            var before = 0;
            foreach (var link in links)
            {
                writer.Write7BitEncodedInt(link.Other - before);
                writer.Write(Packed(link.Forth));
                writer.Write(Packed(link.Back));
                before = link.Other;
            }
        }
    }

    static LexiconSide ReadLinks(BinaryReader reader, string[] stems, int[] seen, int others)
    {
        var (first, links) = (new int[stems.Length + 1], new List<LexiconLink>());
        for (var id = 0; id < stems.Length; id++)
        {
            var (count, other) = (reader.Read7BitEncodedInt(), 0);
            for (var i = 0; i < count; i++)
            {
                other += reader.Read7BitEncodedInt();
                if (other < 0 || other >= others) throw new InvalidDataException("The lexicon is damaged.");
                links.Add(new(other, Unpacked(reader.ReadByte()), Unpacked(reader.ReadByte())));
            }
            first[id + 1] = links.Count;
        }
        return new(stems, seen, first, [.. links]);
    }

    internal static byte Packed(double probability) => (byte)Math.Clamp(Math.Round(-Math.Log2(Math.Max(probability, 1e-9)) * Steps), 0, byte.MaxValue);

    internal static float Unpacked(byte packed) => (float)Math.Pow(2, -packed / Steps);
}
