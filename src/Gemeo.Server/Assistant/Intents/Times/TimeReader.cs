using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Times;

/// <summary>Finds what time a clause speaks of, and which of its words say so.</summary>
sealed class TimeReader
{
    enum Clocks { None, At, Between, Since, Before, After }

    static readonly (Sense Part, int From, int To)[] _parts =
        [(Sense.Dawn, 0, 6), (Sense.Morning, 6, 12), (Sense.Afternoon, 12, 18), (Sense.Night, 18, 24)];

    readonly Clause _clause;
    readonly Calendar _calendar;
    readonly HashSet<int> _used = [];
    TimeRange? _whole;
    Days? _days;
    (int From, int To)? _part;
    Clocks _clocks;
    (TimeSpan First, TimeSpan Second) _times;
    bool _since;

    readonly bool _bare;

    TimeReader(Clause clause, Calendar calendar, bool bare)
    {
        (_clause, _calendar, _bare) = (clause, calendar, bare);
        for (var i = clause.From; i < clause.To;) i += Math.Max(1, Next(i));
    }

    /// <param name="Used">Places of the words that tell the time.</param>
    /// <param name="bare">Whether "at 22" may be an hour.</param>
    public static (TimeRange? Range, IReadOnlySet<int> Used) Read(Clause clause, Calendar calendar, bool bare = true)
    {
        var reader = new TimeReader(clause, calendar, bare);
        return (reader.Range(), reader._used);
    }

    int Next(int i)
    {
        if (!_clause.In.Tokens[i].IsWord) return 0;
        return Use(i, Rolling(i)) is > 0 and var rolling ? rolling
            : Use(i, Ago(i)) is > 0 and var ago ? ago
            : Use(i, Since(i)) is > 0 and var since ? since
            : Use(i, Clock(i)) is > 0 and var clock ? clock
            : Use(i, Day(i)) is > 0 and var day ? day
            : Use(i, Part(i));
    }

    int Use(int i, int length)
    {
        for (var k = i; k < i + length; k++) _used.Add(k);
        return length;
    }

    // nas últimas 3 horas, in the last hour
    int Rolling(int i)
    {
        if (_clause.In.Length(i, Sense.Rolling) is not (> 0 and var length) || i + length >= _clause.To) return 0;
        if (_clause.In.Length(i + length, Sense.HalfHour) is > 0 and var half) return Back(TimeSpan.FromMinutes(30), length + half);
        var number = _clause.In.Tokens[i + length].Number;
        var at = i + length + (number is null ? 0 : 1);
        if (Unit(at) is not { } unit || (number is null && unit.Sense > Sense.Day)) return 0;
        return Back(Span(number ?? 1, unit.Sense), at - i + unit.Length);
    }

    int Back(TimeSpan span, int length)
    {
        _whole = new(_calendar.Now - span, _calendar.Now);
        return length;
    }

    // há 2 horas, 2 horas atrás, 3 days ago
    int Ago(int i)
    {
        var before = _clause.In.Length(i, Sense.AgoBefore);
        if (_clause.In.Length(i + before, Sense.HalfHour) is > 0 and var half && (before > 0 || _clause.In.Is(i + half, Sense.Ago)))
            return Instant(TimeSpan.FromMinutes(30), before + half + _clause.In.Length(i + before + half, Sense.Ago));
        if (i + before >= _clause.To || _clause.In.Tokens[i + before].Number is not { } number || Unit(i + before + 1) is not { } unit) return 0;
        var after = i + before + 1 + unit.Length is var end && end < _clause.To ? _clause.In.Length(end, Sense.Ago) : 0;
        if (before + after == 0) return 0;
        var length = before + 1 + unit.Length + after;
        if (unit.Sense < Sense.Day) return Instant(Span(number, unit.Sense), length);
        var day = _calendar.Today.AddDays(-(int)Math.Min(Span(number, unit.Sense).TotalDays, 3650));
        _days = new(day, day.AddDays(1), length);
        return length;
    }

    int Instant(TimeSpan ago, int length)
    {
        _whole = new(_calendar.Now - ago, _calendar.Now - ago);
        return length;
    }

    int Since(int i)
    {
        if (_clause.In.Length(i, Sense.Since) is not (> 0 and var length) || _clause.In.Is(i, Sense.SinceWhen)) return 0;
        var at = i + length;
        while (at < _clause.To && (_clause.In.Is(at, Sense.Article) || _clause.In.Is(at, Sense.PluralArticle))) at++;
        if (ClockReader.At(_clause, at) is { } clock && (clock.IsPlain || at > i + length))
        {
            (_clocks, _times, _since) = (Clocks.Since, (clock.Time, default), true);
            return at - i + clock.Length;
        }
        _since = true;
        return at < _clause.To && Day(at) is > 0 and var day ? at - i + day : length;
    }

    int Clock(int i)
    {
        if (_clause.In.Length(i, Sense.Between) is > 0 and var between && Pair(i, between) is > 0 and var pair) return pair;
        foreach (var (sense, kind) in (ReadOnlySpan<(Sense, Clocks)>)[(Sense.At, Clocks.At), (Sense.Before, Clocks.Before), (Sense.After, Clocks.After)])
            if (_clause.In.Length(i, sense) is > 0 and var length && ClockReader.At(_clause, i + length) is { } clock && (clock.IsPlain || (IsAt(i) && !HasUnit(i + length + clock.Length))))
                return Take(kind, clock.Time, default, length + clock.Length);
        return ClockReader.At(_clause, i) is { IsPlain: true } alone && !_clause.In.Is(i, Sense.Midnight) && !IsSpan(i) ? Take(Clocks.At, alone.Time, default, alone.Length) : 0;
    }

    // "at 8", "às 8": the accent tells it from an article.
    bool IsAt(int i) => _bare && (_clause.In.Lang == Lang.En || _clause.In.Tokens[i].Raw is ['à' or 'À', ..]);

    bool HasUnit(int i) => i < _clause.To && _clause.In.Vocabulary.Units.At(_clause.In.Tokens, i).Any();

    // "por 3h": how long, not when
    bool IsSpan(int i) => i > _clause.From && _clause.In.Tokens[i - 1].Text is "por" or "for" or "durante";

    int Pair(int i, int length)
    {
        if (ClockReader.At(_clause, i + length) is not { } first) return 0;
        var at = i + length + first.Length;
        if (at >= _clause.To || _clause.In.Length(at, Sense.Until) is not (> 0 and var until)) return 0;
        if (ClockReader.At(_clause, at + until) is not { } second) return 0;
        // "between 2 and 4pm"
        var start = first.Time <= second.Time - TimeSpan.FromHours(12) && !first.IsPlain && second.IsPlain ? first.Time + TimeSpan.FromHours(12) : first.Time;
        return Take(Clocks.Between, start, second.Time, at - i + until + second.Length);
    }

    int Take(Clocks kind, TimeSpan first, TimeSpan second, int length)
    {
        (_clocks, _times) = (kind, (first, second));
        return length;
    }

    int Day(int i)
    {
        if (DayReader.At(_clause, i, _calendar) is not { } days) return 0;
        _days = days;
        if (_clause.In.Is(i, Sense.LastNight)) _part = (18, 24);
        return days.Length;
    }

    int Part(int i)
    {
        foreach (var (part, from, to) in _parts)
            if (_clause.In.Length(i, part) is > 0 and var length)
            {
                _part = (from, to);
                return length;
            }
        return 0;
    }

    (Sense Sense, int Length)? Unit(int i)
    {
        for (var unit = Sense.Second; unit <= Sense.Month && i < _clause.To; unit++)
            if (_clause.In.Length(i, unit) is > 0 and var length) return (unit, length);
        return null;
    }

    static TimeSpan Span(double number, Sense unit) => Math.Clamp(number, 0, 5000) * unit switch
    {
        Sense.Second => TimeSpan.FromSeconds(1),
        Sense.Minute => TimeSpan.FromMinutes(1),
        Sense.Hour => TimeSpan.FromHours(1),
        Sense.Day => TimeSpan.FromDays(1),
        Sense.Week => TimeSpan.FromDays(7),
        _ => TimeSpan.FromDays(30),
    };

    TimeRange? Range()
    {
        if (_whole is not null) return _whole;
        if (_clocks != Clocks.None) return OfClocks();
        if (_part is { } part) return OfPart(part);
        if (_days is not { } days) return null;
        return _since ? new(_calendar.At(days.First, default), _calendar.Now) : _calendar.Days(days.First, days.After);
    }

    TimeRange OfPart((int From, int To) part)
    {
        var day = _days?.First ?? _calendar.Today;
        if (_days is null && _calendar.At(day, TimeSpan.FromHours(part.From)) > _calendar.Now) day = day.AddDays(-1);
        return _calendar.Until(_calendar.At(day, TimeSpan.FromHours(part.From)), _calendar.At(day, TimeSpan.FromHours(part.To)));
    }

    TimeRange OfClocks()
    {
        var day = _days?.First ?? _calendar.Today;
        if (_days is null && _calendar.At(day, _times.First) > _calendar.Now) day = day.AddDays(-1);
        var at = _calendar.At(day, _times.First);
        return _clocks switch
        {
            Clocks.Between => _calendar.Until(at, _calendar.At(_times.Second <= _times.First ? day.AddDays(1) : day, _times.Second)),
            Clocks.Since => new(at, _calendar.Now),
            Clocks.Before => new(_calendar.At(day, default), at),
            Clocks.After => _calendar.Until(at, _calendar.At(day.AddDays(1), default)),
            _ => new(at, at),
        };
    }
}
