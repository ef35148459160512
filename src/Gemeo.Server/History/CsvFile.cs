using System.Buffers;
using Gemeo.Log;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;

namespace Gemeo.History;

/// <summary>A file of readings, sent as it is read: a year of them is never in memory, and it may take as long as the caller does.</summary>
sealed class CsvFile(HistoryQuery query, ILogSeries series, Chart? chart) : IResult
{
    const int AtOnce = 2000;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        httpContext.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        response.ContentType = "text/csv; charset=utf-8; header=present";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{FileName(query.Thing)}-{FileName(query.Name)}.csv");
        response.Headers.ContentDisposition = disposition.ToString();
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        await (chart is null ? Readings(response, httpContext.RequestAborted) : Points(response, chart, httpContext.RequestAborted));
    }

    async Task Readings(HttpResponse response, CancellationToken cancel)
    {
        response.BodyWriter.Write(Csv.Readings);
        var (track, after) = (query.Track, 0L);
        while (await Task.Run(() => series.Page(track, after, AtOnce), cancel) is { Count: > 0 } page)
        {
            foreach (var entry in page) Csv.Reading(response.BodyWriter, entry);
            // A caller that reads slowly is waited for here.
            await response.BodyWriter.FlushAsync(cancel);
            (track, after) = (track with { From = page[^1].Time }, page[^1].N);
        }
    }

    static async Task Points(HttpResponse response, Chart chart, CancellationToken cancel)
    {
        response.BodyWriter.Write(chart.Changes is null ? Csv.Points : Csv.Changes);
        foreach (var (time, piece) in chart.Points) Csv.Point(response.BodyWriter, time, piece);
        foreach (var change in chart.Changes ?? []) Csv.Change(response.BodyWriter, change);
        await response.BodyWriter.FlushAsync(cancel);
    }

    // An id may be an address; a file's name may not.
    static string FileName(string id) => string.Concat(id.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));
}
