using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Gemeo.Knowledge;

/// <summary>A file of a form, taken as it comes over the wire; nothing is gathered in memory first.</summary>
sealed record FilePart(string Name, Stream Content)
{
    const string Field = "file";
    /// <summary>All files of one request together.</summary>
    const long MostBytes = 2L << 30;

    public static async IAsyncEnumerable<FilePart> Of(HttpContext http, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (Boundary(http.Request.ContentType) is not { } boundary) yield break;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBytes;
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await NextAsync(reader, cancel) is { } section)
            if (section.GetContentDispositionHeader() is { } about && about.IsFileDisposition() && HeaderUtilities.RemoveQuotes(about.Name).Equals(Field, StringComparison.OrdinalIgnoreCase))
                yield return new((about.FileNameStar.HasValue ? about.FileNameStar : HeaderUtilities.RemoveQuotes(about.FileName)).ToString(), new Whole(section.Body));
    }

    static string? Boundary(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && HeaderUtilities.RemoveQuotes(parsed.Boundary).ToString() is { Length: > 0 and <= 200 } boundary ? boundary : null;

    static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancel)
    {
        try { return await reader.ReadNextSectionAsync(cancel); }
        catch (Exception why) when (IsBroken(why)) { throw new BrokenFormException(why); }
    }

    static bool IsBroken(Exception why) => why is IOException and not BadHttpRequestException or InvalidDataException;

    /// <summary>Reading fails when the form ends before the file does: that is the form's fault, not the disk's.</summary>
    sealed class Whole(Stream inner) : Stream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try { return await inner.ReadAsync(buffer, cancellationToken); }
            catch (Exception why) when (IsBroken(why)) { throw new BrokenFormException(why); }
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    }
}

/// <summary>The form is cut off or not one.</summary>
sealed class BrokenFormException(Exception why) : Exception(why.Message, why);
