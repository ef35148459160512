using Gemeo.Knowledge.Reading;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>A file for one test, and its reading.</summary>
sealed class Reads : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("gemeo-reading-").FullName;

    public IDocumentReader Reader { get; init; } = new DocumentReader(TimeProvider.System);

    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    public DocumentInfo? Info { get; private set; }

    public string File(byte[] content, string name = "documento.pdf")
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public Task<List<DocumentPage>> All(byte[] content, string name = "documento.pdf") => All(File(content, name));

    public async Task<List<DocumentPage>> All(string file, CancellationToken cancel = default)
    {
        var pages = new List<DocumentPage>();
        await foreach (var page in Reader.ReadAsync(file, Limits, info => Info = info, cancel)) pages.Add(page);
        return pages;
    }

    /// <summary>Why it cannot be read.</summary>
    public async Task<ReadingFault> Fault(byte[] content, string name = "documento.pdf") =>
        (await Assert.ThrowsAsync<ReadingException>(() => All(content, name))).Fault;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
