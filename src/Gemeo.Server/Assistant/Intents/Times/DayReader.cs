using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents.Times;

/// <param name="After">The first day that is not meant.</param>
readonly record struct Days(DateOnly First, DateOnly After, int Length);

/// <summary>Days, weeks, months and dates: ontem, last week, na segunda-feira, 5 de março, 05/03.</summary>
static class DayReader
{
    public static Days? At(Clause clause, int i, Calendar calendar) =>
        Word(clause.In, i, calendar) ?? Weekday(clause, i, calendar) ?? Dated(clause, i, calendar);

    static Days? Word(Sentence sentence, int i, Calendar calendar)
    {
        var today = calendar.Today;
        var (month, year) = (new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, 1, 1));
        (Sense Sense, DateOnly First, DateOnly After)[] all =
        [
            (Sense.Today, today, today.AddDays(1)), (Sense.Yesterday, today.AddDays(-1), today), (Sense.LastNight, today.AddDays(-1), today),
            (Sense.BeforeYesterday, today.AddDays(-2), today.AddDays(-1)),
            (Sense.ThisWeek, calendar.Monday, calendar.Monday.AddDays(7)), (Sense.LastWeek, calendar.Monday.AddDays(-7), calendar.Monday),
            (Sense.ThisMonth, month, month.AddMonths(1)), (Sense.LastMonth, month.AddMonths(-1), month),
            (Sense.ThisYear, year, year.AddYears(1)), (Sense.LastYear, year.AddYears(-1), year),
            (Sense.Weekend, calendar.Last(DayOfWeek.Saturday), calendar.Last(DayOfWeek.Saturday).AddDays(2)),
        ];
        foreach (var (sense, first, after) in all)
            if (sentence.Length(i, sense) is > 0 and var length) return new(first, after, length);
        return null;
    }

    static Days? Weekday(Clause clause, int i, Calendar calendar)
    {
        // last Monday, segunda passada
        var before = clause.In.Length(i, Sense.Past);
        for (var sense = Sense.Monday; sense <= Sense.Sunday; sense++)
            if (i + before < clause.To && clause.In.Length(i + before, sense) is > 0 and var length)
            {
                var after = clause.In.Length(i + before + length, Sense.Past);
                var day = calendar.Last((DayOfWeek)((sense - Sense.Monday + 1) % 7));
                return new(day, day.AddDays(1), before + length + after);
            }
        return null;
    }

    static Days? Dated(Clause clause, int i, Calendar calendar)
    {
        var token = clause.In.Tokens[i];
        if (token.Kind == TokenKind.Number && (token.Text.Contains('/') || token.Text.Count(c => c == '-') == 2)) return Written(token, calendar);
        if (Number(clause, i) is { } day)
        {
            var of = clause.In.Tokens.ElementAtOrDefault(i + 1)?.Text is "de" or "of" ? 1 : 0;
            return Month(clause, i + 1 + of) is { } named ? One(calendar.Date(day, named.Month), 1 + of + named.Length) : null;
        }
        if (clause.In.Tokens[i].Text == "dia" && Number(clause, i + 1) is { } alone && Dated(clause, i + 1, calendar) is null)
            return One(calendar.DayOfMonth(alone), 2);
        if (Month(clause, i) is not { } month) return null;
        if (Number(clause, i + month.Length) is { } after) return One(calendar.Date(after, month.Month), month.Length + 1);
        // A month by itself: "in March", "em março"; "may" alone is another word.
        if (i == 0 || clause.In.Tokens[i - 1].Text is not ("em" or "in" or "de" or "no" or "during")) return null;
        var first = calendar.Date(1, month.Month);
        return first is { } start ? new(start, start.AddMonths(1), month.Length) : null;
    }

    static Days? Written(Token token, Calendar calendar)
    {
        var parts = token.Text.Split('/', '-').Select(p => int.TryParse(p, out var n) ? n : 0).ToArray();
        return parts switch
        {
            [> 31 and var year, var month, var day] => One(calendar.Date(day, month, year), 1),
            [var day, var month, > 31 and var year] => One(calendar.Date(day, month, year), 1),
            [var day, var month] => One(calendar.Date(day, month), 1),
            _ => null,
        };
    }

    static Days? One(DateOnly? day, int length) => day is { } found ? new(found, found.AddDays(1), length) : null;

    // 5, 5th, 1º
    static int? Number(Clause clause, int i)
    {
        if (i >= clause.To) return null;
        var digits = new string([.. clause.In.Tokens[i].Text.TakeWhile(char.IsAsciiDigit)]);
        var rest = clause.In.Tokens[i].Text[digits.Length..];
        return rest is "" or "st" or "nd" or "rd" or "th" or "o" && int.TryParse(digits, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    static (int Month, int Length)? Month(Clause clause, int i)
    {
        for (var sense = Sense.January; sense <= Sense.December && i < clause.To; sense++)
            if (clause.In.Length(i, sense) is > 0 and var length) return (sense - Sense.January + 1, length);
        return null;
    }
}
