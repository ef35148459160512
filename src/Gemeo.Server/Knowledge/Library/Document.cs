using System.Text.Json.Serialization;

namespace Gemeo.Knowledge.Library;

/// <summary><c>queued → reading → ready | failed</c>. While a replacement is read, what was ready before is still found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentState>))]
public enum DocumentState : byte
{
    [JsonStringEnumMemberName("queued")] Queued,
    [JsonStringEnumMemberName("reading")] Reading,
    [JsonStringEnumMemberName("ready")] Ready,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>A PDF, Markdown or text file that may be quoted.</summary>
public sealed class Document
{
    /// <summary>Opaque; stays when the file is replaced.</summary>
    public required string Id { get; init; }
    /// <summary>File name as uploaded (<see cref="FileNames"/>), or its path within the lab's <c>documents</c> folder.</summary>
    public required string Name { get; set; }
    /// <summary>True when it lies in the lab's <c>documents</c> folder, and so is replaced and deleted there.</summary>
    public bool FromFolder { get; init; }
    /// <summary>SHA-256 of the content, hexadecimal; empty when it was not looked at (too large, not to be opened).</summary>
    public required string Hash { get; set; }
    public long Bytes { get; set; }
    public DocumentState State { get; set; }
    /// <summary>Pages read; 0 until ready.</summary>
    public int Pages { get; set; }
    /// <summary>Of these, pages that were left out: pictures, or more than a page may take.</summary>
    public int Unread { get; set; }
    /// <summary>Code of the fault that failed it.</summary>
    public string? Error { get; set; }
    /// <summary>When its file came, Unix microseconds.</summary>
    public long Added { get; set; }
    /// <summary>Counts its files: pages and chunks belong to one of them, and work that was begun for an earlier one comes to nothing.</summary>
    public int Edition { get; set; }
    /// <summary>The edition that is found; 0 while there is none.</summary>
    public int Shown { get; set; }
    /// <summary>How often its reading began without coming to an end, whatever stopped it.</summary>
    public int Attempts { get; set; }
}

/// <summary>One page as read: its text, and where each word stands for highlighting.</summary>
public sealed class PageRow
{
    public required string DocumentId { get; init; }
    public required int Edition { get; init; }
    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    /// <summary>Points (1/72 inch); 0 for a text without pages.</summary>
    public double Width { get; init; }
    public double Height { get; init; }
    public required string Text { get; init; }
    /// <summary>Spans and boxes of its words, packed (<see cref="WordBoxes"/>).</summary>
    public required byte[] Words { get; init; }
}

/// <summary>A passage that is found and quoted: a span of one page's text.</summary>
public sealed class ChunkRow
{
    /// <summary>Never given twice, so that an answer under way cannot take another's passage for one that has gone.</summary>
    public int Id { get; init; }
    public required string DocumentId { get; init; }
    public required int Edition { get; init; }
    public required int Page { get; init; }
    /// <summary>The headings above it, the outermost first, one a line; empty when there are none.</summary>
    public required string Section { get; init; }
    public System.Collections.Immutable.ImmutableArray<string> Path => Section.Length == 0 ? [] : [.. Section.Split('\n')];
    public required int Start { get; init; }
    public required int Length { get; init; }
    /// <summary><c>pt</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
}
