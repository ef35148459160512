using System.Globalization;
using Gemeo.Assistant.Intents;
using Gemeo.Labs;

namespace Gemeo.Tests.Assistant.Intents;

/// <summary>An intent as one line of text, as utterances.tsv writes it.</summary>
static class Canonical
{
    public static string Of(Intent intent, Lab lab) => intent switch
    {
        Intent.Order order => $"order {Join(order.Steps.Select(Of))}" + (order.Also is { } also ? $"; {Of(also, lab)}" : ""),
        Intent.AskState ask => $"state {Join(ask.Of.Select(a => Of(a, "*")))}",
        Intent.AskHistory ask => $"history {Join(ask.Of.Select(a => Of(a, "*")))} {ask.Aggregate.ToString().ToLowerInvariant()} {Of(ask.When, lab)}",
        Intent.ListThings list => $"list {Of(list.Filter, lab)}",
        Intent.HowMany many => $"howmany {Of(many.Filter, lab)}",
        Intent.Unsure unsure => $"unsure {unsure.Because.ToString().ToLowerInvariant()}",
        Intent.AskDocuments => "docs",
        _ => intent.GetType().Name.ToLowerInvariant(),
    };

    /// <summary>The order in which things are named does not matter; a bare "unsure" takes any reason.</summary>
    public static bool Fits(string expected, string heard)
    {
        if (expected == "unsure") return heard.StartsWith("unsure ", StringComparison.Ordinal);
        if (expected.StartsWith("unsure ", StringComparison.Ordinal))
            return expected[7..].Split(',').Any(reason => heard == $"unsure {reason}");
        return string.Join("; ", expected.Split("; ").Select(Sorted)) == string.Join("; ", heard.Split("; ").Select(Sorted));
    }

    static string Sorted(string part)
    {
        var words = part.Split(' ');
        return string.Join(' ', [words[0], .. words.Skip(1).Order(StringComparer.Ordinal)]);
    }

    static string Of(Step step) => step switch
    {
        { Delta: { } delta } => $"{step.Thing.Id}.{step.Action ?? step.Property}{(delta < 0 ? "-=" : "+=")}{Math.Abs(delta).ToString(CultureInfo.InvariantCulture)}",
        { Action: { } action } => $"{step.Thing.Id}.{action}" + (step.Input is { } input ? $"={input.GetRawText()}" : ""),
        _ => $"{step.Thing.Id}.{step.Property}:={step.Input?.GetRawText()}",
    };

    static string Of(Asked asked, string whole)
    {
        var value = asked.Expected is { } expected ? $"={expected.GetRawText()}" : "";
        return asked.Action is { } action ? $"{asked.Thing.Id}.{action}()" : asked.Reachable ? $"{asked.Thing.Id}.@online{value}"
            : asked.Property is { } property ? $"{asked.Thing.Id}.{property}{value}"
            : whole.Length > 0 ? $"{asked.Thing.Id}.{whole}" : asked.Thing.Id;
    }

    static string Of(Filter filter, Lab lab)
    {
        if (filter.Of.Length == lab.Things.Length && filter.Of.All(a => a.Property is null))
            return filter.Of[0].Reachable ? $"*.@online={filter.Of[0].Expected?.GetRawText()}" : "*";
        return Join(filter.Of.Select(a => Of(a, "")));
    }

    static string Of(TimeRange? range, Lab lab) => range is null ? "ever"
        : range.IsInstant ? $"@{Local(range.From, lab)}" : $"{Local(range.From, lab)}/{Local(range.To, lab)}";

    static string Local(DateTimeOffset time, Lab lab) =>
        TimeZoneInfo.ConvertTime(time, lab.TimeZone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    static string Join(IEnumerable<string> parts) => string.Join(' ', parts);
}
