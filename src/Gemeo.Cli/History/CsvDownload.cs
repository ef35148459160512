using System.Globalization;

namespace Gemeo.Cli.History;

/// <summary>Readings as a file for a spreadsheet, piece by piece as they come.</summary>
sealed class CsvDownload(Session session, Track track)
{
    // What is done sooner needs no bar.
    static readonly TimeSpan _long = TimeSpan.FromSeconds(1);

    Action<double>? _far;
    string _half = "";

    /// <param name="file">Null for the output.</param>
    public async Task<int> Run(string? file, CancellationToken cancel)
    {
        if (file is not null) await ToFile(file, cancel);
        // On a terminal the lines themselves show how far it is.
        else if (session.Screen.IsTerminal) await Download(session.Screen.Out, cancel);
        else await Watched(session.Screen.Out, cancel);
        return Exit.Ok;
    }

    async Task<long> Watched(TextWriter to, CancellationToken cancel)
    {
        var work = Download(to, cancel);
        if (await Task.WhenAny(work, Task.Delay(_long, session.Time, cancel)) == work) return await work;
        return await session.Screen.WatchedAsync(watch =>
        {
            _far = done => watch($"{track.Thing}.{track.Name}", done);
            return work;
        });
    }

    // Into place at once: half a file would be taken for a whole one.
    async Task ToFile(string file, CancellationToken cancel)
    {
        var half = file + ".half";
        try
        {
            long lines;
            await using (var to = File.CreateText(half)) lines = await Watched(to, cancel);
            File.Move(half, file, overwrite: true);
            if (!session.Screen.Json) session.Screen.Note(new Piece("✓ ", Ink.Good), session.Words[$"{file}: {lines - 1} linhas", $"{file}: {lines - 1} lines"]);
        }
        catch (Exception why) when (why is UnauthorizedAccessException or IOException)
        {
            throw new UsageException(session.Words[$"--csv: não dá para gravar {file}: {why.Message}", $"--csv: cannot write {file}: {why.Message}"]);
        }
        finally
        {
            if (File.Exists(half)) File.Delete(half);
        }
    }

    async Task<long> Download(TextWriter to, CancellationToken cancel)
    {
        var (end, lines) = (track.To ?? session.Time.GetUtcNow(), 0L);
        var begin = track.From ?? end.AddDays(-1);
        await session.Client.History.Csv(track.Thing, track.Name, piece =>
        {
            to.Write(piece);
            lines += piece.AsSpan().Count('\n');
            if (LastTime(piece) is { } at) _far?.Invoke(Math.Clamp((at - begin) / (end - begin), 0, 1));
        }, track.From, track.To, track.Points, cancel);
        await to.FlushAsync(cancel);
        return lines;
    }

    // A line may be cut between two pieces; the last whole one begins with its time.
    DateTimeOffset? LastTime(string piece)
    {
        var text = _half + piece;
        var (end, start) = (text.LastIndexOf('\n'), 0);
        if (end > 0) start = text.LastIndexOf('\n', end - 1) + 1;
        _half = end < 0 ? text : text[(end + 1)..];
        if (end < 0 || text.IndexOf(',', start) is var comma && (comma < 0 || comma > end)) return null;
        return DateTimeOffset.TryParse(text.AsSpan(start, comma - start), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
