using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Gemeo.Knowledge.Reading.Isolation;

/// <summary>What goes between the server and its reading process: frames of a length, a kind and a body.</summary>
enum FrameKind : byte
{
    /// <summary>Server to process: read this file.</summary>
    Read = 1,

    /// <summary>Process to server: it has begun, or another page was taken in.</summary>
    Alive = 2,
    Opened = 3,
    Page = 4,
    Fault = 5,
    End = 6,
}

readonly record struct Frame(FrameKind Kind, byte[] Body)
{
    const int Longest = 64 << 20;
    const int Head = 5;

    public static async Task<Frame?> ReadAsync(Stream from, CancellationToken cancel)
    {
        var head = new byte[Head];
        if (await from.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false, cancel) < Head) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > Longest) return null;
        var body = new byte[length];
        if (await from.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, cancel) < length) return null;
        return new((FrameKind)head[4], body);
    }

    public static Frame Make(FrameKind kind, Action<BinaryWriter>? write = null)
    {
        var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true)) write?.Invoke(writer);
        return new(kind, body.ToArray());
    }

    public T Take<T>(Func<BinaryReader, T> read)
    {
        using var reader = new BinaryReader(new MemoryStream(Body), Encoding.UTF8);
        return read(reader);
    }

    /// <summary>At once and whole.</summary>
    public void Write(Stream to)
    {
        var bytes = new byte[Head + Body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Body.Length);
        bytes[4] = (byte)Kind;
        Body.CopyTo(bytes, Head);
        to.Write(bytes);
        to.Flush();
    }
}

/// <summary>The bodies of the frames.</summary>
static class Wire
{
    public static void Write(this BinaryWriter to, ReadingLimits limits)
    {
        foreach (var number in (long[])[limits.Bytes, limits.Pages, limits.Page.Ticks, limits.Document.Ticks, limits.Stream, limits.Content, limits.Characters]) to.Write(number);
    }

    public static ReadingLimits ReadLimits(this BinaryReader from) => new()
    {
        Bytes = from.ReadInt64(),
        Pages = (int)from.ReadInt64(),
        Page = new(from.ReadInt64()),
        Document = new(from.ReadInt64()),
        Stream = (int)from.ReadInt64(),
        Content = (int)from.ReadInt64(),
        Characters = (int)from.ReadInt64(),
    };

    public static void Write(this BinaryWriter to, DocumentInfo info)
    {
        to.Write((int)info.Kind);
        to.Write(info.Title ?? "");
        to.Write(info.Pages);
    }

    public static DocumentInfo ReadInfo(this BinaryReader from) =>
        new((DocumentKind)from.ReadInt32(), from.ReadString() is { Length: > 0 } title ? title : null, from.ReadInt32());

    public static void Write(this BinaryWriter to, ReadingFault? fault) => to.Write(fault?.Code ?? "");

    public static ReadingFault? ReadFault(this BinaryReader from) => from.ReadString() is { Length: > 0 } code ? ReadingFault.All.First(f => f.Code == code) : null;

    public static void Write(this BinaryWriter to, DocumentPage page)
    {
        to.Write(page.Number);
        to.Write(page.Width);
        to.Write(page.Height);
        to.Write(page.Text);
        to.Write(page.Fault);
        to.Write(page.Words.Length);
        foreach (var word in page.Words)
        {
            foreach (var number in (int[])[word.Start, word.Length, word.Line]) to.Write(number);
            foreach (var number in (float[])[word.Box.Left, word.Box.Top, word.Box.Width, word.Box.Height]) to.Write(number);
        }
        to.Write(page.Sections.Length);
        foreach (var section in page.Sections)
        {
            foreach (var number in (int[])[section.Start, section.HeadingLength, section.Path.Length]) to.Write(number);
            foreach (var title in section.Path) to.Write(title);
        }
    }

    public static DocumentPage ReadPage(this BinaryReader from)
    {
        var (number, width, height, text, fault) = (from.ReadInt32(), from.ReadSingle(), from.ReadSingle(), from.ReadString(), from.ReadFault());
        var words = Many(from, r => new WordBox(r.ReadInt32(), r.ReadInt32(), r.ReadInt32(), new(r.ReadSingle(), r.ReadSingle(), r.ReadSingle(), r.ReadSingle())));
        var sections = Many(from, r => new Section(r.ReadInt32(), r.ReadInt32(), Many(r, x => x.ReadString())));
        return new(number, width, height, text, words, sections) { Fault = fault };
    }

    static ImmutableArray<T> Many<T>(BinaryReader from, Func<BinaryReader, T> one)
    {
        var many = new T[from.ReadInt32()];
        for (var i = 0; i < many.Length; i++) many[i] = one(from);
        return ImmutableArray.Create(many);
    }
}
