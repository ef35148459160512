using Gemeo.Knowledge.Reading;
using Gemeo.Knowledge.Reading.Isolation;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Knowledge.Reading;

/// <summary>The process in which files are read: it gives what reading here gives, and goes when nobody needs it.</summary>
public sealed class ProcessTests : IDisposable
{
    readonly FakeTimeProvider _time = new();
    readonly ReadingProcess _process;
    readonly Reads _there;
    readonly Reads _here = new();

    public ProcessTests()
    {
        _process = new(_time);
        _there = new() { Reader = _process };
    }

    public void Dispose()
    {
        _process.Dispose();
        _there.Dispose();
        _here.Dispose();
    }

    [Fact]
    public async Task It_gives_the_same_pages_titles_sections_and_boxes_and_serves_file_after_file()
    {
        foreach (var name in (string[])["5g-measurements.pdf", "projetos.pdf", "source/projetos.md"])
        {
            var file = Path.Combine(Repository.Root, "labs", "demo", "documents", name);
            var (there, here) = (await _there.All(file), await _here.All(file));
            Assert.Equal(here.Select(Told), there.Select(Told));
            Assert.Equal(_here.Info, _there.Info);
        }
        static string Told(DocumentPage page) =>
            $"{page.Number} {page.Width} {page.Height} {page.Fault?.Code} {page.Text} {string.Join(' ', page.Words)} {string.Join(' ', page.Sections.Select(s => $"{s.Start} {s.HeadingLength} {string.Join('|', s.Path)}"))}";
    }

    [Fact]
    public async Task It_is_kept_for_the_next_file_and_ended_when_none_comes()
    {
        await _there.All(RawPdf.Pages(RawPdf.Line("Um.")).Bytes());
        var first = _process.Id;
        await _there.All(RawPdf.Pages(RawPdf.Line("Dois.")).Bytes());
        Assert.Equal((first, true), (_process.Id, first is not null));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_process.Id);
    }

    [Fact]
    public async Task Breaking_off_ends_it_and_the_next_file_gets_another()
    {
        var file = _there.File(RawPdf.Pages([.. Enumerable.Range(1, 200).Select(i => RawPdf.Line($"Página {i}."))]).Bytes());
        await foreach (var page in _process.ReadAsync(file, _there.Limits, null, default))
        {
            Assert.Equal(1, page.Number);
            break;
        }
        Assert.Null(_process.Id);
        Assert.Single(await _there.All(RawPdf.Pages(RawPdf.Line("Outro.")).Bytes()));
    }

    [Fact]
    public async Task Faults_come_back_as_they_are_and_it_lives_on()
    {
        Assert.Equal(ReadingFault.WrongType, await _there.Fault("<html>"u8.ToArray()));
        var kept = _process.Id;
        Assert.Equal(ReadingFault.Broken, await _there.Fault("%PDF-1.4 nada"u8.ToArray()));
        Assert.Equal(kept, _process.Id);
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var cancel = new CancellationTokenSource();
        var file = _there.File(RawPdf.Pages([.. Enumerable.Range(1, 200).Select(i => RawPdf.Line($"Página {i}."))]).Bytes());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _process.ReadAsync(file, _there.Limits, null, cancel.Token)) await cancel.CancelAsync();
        });
        Assert.Null(_process.Id);
    }
}
