namespace Gemeo.Assistant.Intents.Times;

/// <summary>The lab's own days and hours as instants. A week begins on Monday.</summary>
sealed class Calendar(DateTimeOffset now, TimeZoneInfo zone)
{
    public DateTimeOffset Now { get; } = TimeZoneInfo.ConvertTime(now, zone);
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);
    public DateOnly Monday => Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));

    public DateTimeOffset At(DateOnly day, TimeSpan clock) => At(day.ToDateTime(TimeOnly.MinValue) + clock);

    public TimeRange Days(DateOnly first, DateOnly after) => Until(At(first, default), At(after, default));

    /// <summary>Nothing is known of what is still to come.</summary>
    public TimeRange Until(DateTimeOffset from, DateTimeOffset to) => new(from, to > Now && from < Now ? Now : to);

    /// <summary>The last such weekday before today.</summary>
    public DateOnly Last(DayOfWeek weekday)
    {
        var back = ((int)Today.DayOfWeek - (int)weekday + 7) % 7;
        return Today.AddDays(back == 0 ? -7 : -back);
    }

    /// <summary>The day of the month in the nearest past.</summary>
    public DateOnly? Date(int day, int month, int? year = null)
    {
        if (month is < 1 or > 12 || day < 1 || (year is < 1970 or > 9000)) return null;
        for (var y = year ?? Today.Year; y > Today.Year - 9 || y == year; y--)
        {
            if (day <= DateTime.DaysInMonth(y, month) && (year is not null || new DateOnly(y, month, day) <= Today)) return new(y, month, day);
            if (year is not null) return null;
        }
        return null;
    }

    /// <summary>A day of this month, or of the last one that had it.</summary>
    public DateOnly? DayOfMonth(int day)
    {
        for (var month = new DateOnly(Today.Year, Today.Month, 1); month > Today.AddMonths(-3); month = month.AddMonths(-1))
            if (day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) <= Today) return month.AddDays(day - 1);
        return null;
    }

    // Where clocks are put forward, an hour of a day is not there: then the next one is meant.
    DateTimeOffset At(DateTime local)
    {
        for (var tries = 0; tries < 4 && zone.IsInvalidTime(local); tries++) local = local.AddHours(1);
        return new(local, zone.GetUtcOffset(local));
    }
}
