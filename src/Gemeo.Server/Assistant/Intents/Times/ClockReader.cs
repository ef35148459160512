using System.Globalization;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents.Times;

/// <param name="IsPlain">It is surely an hour: 14:30, 8h, 2pm, noon. A bare 8 is one only after "at" or "between".</param>
readonly record struct Clock(TimeSpan Time, int Length, bool IsPlain);

/// <summary>Hours of the day: 14h, 8h30, 14:30, 2pm, "2 da tarde", noon.</summary>
static class ClockReader
{
    public static Clock? At(Clause clause, int i)
    {
        var sentence = clause.In;
        if (i >= clause.To) return null;
        if (sentence.Length(i, Sense.Noon) is > 0 and var noon) return new(TimeSpan.FromHours(12), noon, true);
        if (sentence.Length(i, Sense.Midnight) is > 0 and var midnight) return new(default, midnight, true);
        var token = sentence.Tokens[i];
        if (token.Kind != TokenKind.Number) return null;
        if (token.Text.Contains(':'))
            return TimeSpan.TryParseExact(token.Text, [@"h\:mm", @"hh\:mm", @"h\:mm\:ss", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var time)
                ? Half(clause, i, new(time, 1, true)) : null;
        return token.Number is { } hour and >= 0 and <= 24 && double.IsInteger(hour) ? Half(clause, i, Hour(clause, i, (int)hour)) : null;
    }

    static Clock Hour(Clause clause, int i, int hour)
    {
        var sentence = clause.In;
        var time = TimeSpan.FromHours(hour);
        if (sentence.Length(i + 1, Sense.Hour) is not (> 0 and var unit) || i + 1 >= clause.To) return new(time, 1, false);
        var minutes = i + 1 + unit < clause.To ? sentence.Tokens[i + 1 + unit] : null;
        return minutes?.Number is { } m and >= 0 and < 60 && double.IsInteger(m) && minutes.Start == sentence.Tokens[i + unit].End
            ? new(time + TimeSpan.FromMinutes(m), 2 + unit, true) : new(time, 1 + unit, true);
    }

    static Clock Half(Clause clause, int i, Clock clock)
    {
        var next = i + clock.Length;
        if (next >= clause.To) return clock;
        var text = clause.In.Tokens[next].Text;
        if (text is "am" or "pm") return new(Afternoon(clock.Time, text == "pm"), clock.Length + 1, true);
        foreach (var (sense, late) in (ReadOnlySpan<(Sense, bool)>)[(Sense.Morning, false), (Sense.Dawn, false), (Sense.Afternoon, true), (Sense.Night, true)])
            if (clause.In.Length(next, sense) is > 0 and var length && clause.In.Tokens[next].Text is "da" or "de" or "in" or "at")
                return new(Afternoon(clock.Time, late), clock.Length + length, true);
        return clock;
    }

    static TimeSpan Afternoon(TimeSpan time, bool late) =>
        late && time.Hours is > 0 and < 12 ? time + TimeSpan.FromHours(12) : !late && time.Hours == 12 ? time - TimeSpan.FromHours(12) : time;
}
