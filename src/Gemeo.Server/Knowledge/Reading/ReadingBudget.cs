namespace Gemeo.Knowledge.Reading;

/// <summary>What is left of the limits while a document is read. The library under us may swallow what we throw, so a fault is remembered too.</summary>
sealed class ReadingBudget
{
    readonly TimeProvider _time;
    readonly CancellationToken _cancel;
    readonly long _documentEnd;
    long _pageEnd;
    ReadingFault? _pageFault;

    public ReadingBudget(ReadingLimits limits, TimeProvider time, CancellationToken cancel)
    {
        (Limits, _time, _cancel) = (limits, time, cancel);
        _documentEnd = After(limits.Document);
        _pageEnd = long.MaxValue;
    }

    public ReadingLimits Limits { get; }

    /// <summary>Called after each page that was taken in, well or not.</summary>
    public Action? PageRead { get; init; }

    public void StartPage()
    {
        ThrowIfOver();
        (_pageEnd, _pageFault) = (After(Limits.Page), null);
    }

    /// <summary>What went wrong on the page just read, however the library took it.</summary>
    public ReadingFault? EndPage()
    {
        _pageEnd = long.MaxValue;
        PageRead?.Invoke();
        ThrowIfOver();
        return _pageFault;
    }

    /// <summary>Called often from the inside of a page.</summary>
    public void Check()
    {
        _cancel.ThrowIfCancellationRequested();
        if (_pageFault is not null) throw new ReadingException(_pageFault);
        var now = _time.GetTimestamp();
        if (now > _pageEnd || now > _documentEnd) throw Stop(ReadingFault.TooSlow);
    }

    /// <summary>Ends the page, or the document when no page has begun.</summary>
    public ReadingException Stop(ReadingFault fault) => new(_pageFault = fault);

    void ThrowIfOver()
    {
        _cancel.ThrowIfCancellationRequested();
        if (_time.GetTimestamp() > _documentEnd) throw new ReadingException(ReadingFault.TooSlow);
    }

    long After(TimeSpan span) => _time.GetTimestamp() + (long)(span.TotalSeconds * _time.TimestampFrequency);
}
