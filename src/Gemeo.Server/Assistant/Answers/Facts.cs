using System.Text.Json;
using Gemeo.Assistant.Intents;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Answers;

/// <summary>What is known of something that was asked about.</summary>
/// <param name="Value">The last value reported; null when there is none yet.</param>
/// <param name="At">When it was reported.</param>
/// <param name="Available">False when the device does not answer; null when nobody can tell.</param>
/// <param name="Since">Since when it does not.</param>
public sealed record Known(JsonElement? Value, DateTimeOffset? At = null, bool? Available = true, DateTimeOffset? Since = null);

/// <summary>What the history says; which member is set follows from the aggregate.</summary>
/// <param name="Value">Max, Min, Mean, At: the value; Since: the one that holds.</param>
/// <param name="At">When it was so: of the extreme, of the last event, of the last change.</param>
/// <param name="Count">Count: how often. Series: how many readings.</param>
/// <param name="Lasted">Duration, Since: how long.</param>
/// <param name="Change">Change: by how much it grew.</param>
/// <param name="By">Who: who gave the order; null when nobody did it here.</param>
public sealed record Recorded(
    JsonElement? Value = null, DateTimeOffset? At = null, long Count = 0, TimeSpan? Lasted = null, double? Change = null, string? By = null,
    double? Least = null, double? Most = null)
{
    /// <summary>Nothing is on record for that time.</summary>
    public static Recorded Nothing { get; } = new();
}

/// <summary>Who hears the answer, and when.</summary>
public sealed record Hearer(Lang Lang, DateTimeOffset Now, TimeZoneInfo Zone)
{
    public bool IsPt => Lang == Lang.Pt;
    public string Of(string pt, string en) => IsPt ? pt : en;
}
