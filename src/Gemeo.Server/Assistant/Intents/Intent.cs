using System.Collections.Immutable;
using System.Text.Json;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents;

/// <summary>What somebody wants, as far as their words say it. These are all there are.</summary>
/// <remarks>Only <see cref="Order"/> may be carried out, and <see cref="Confirm"/> and <see cref="Undo"/> lead to something
/// being carried out; none of the three ever comes of a text with a question mark.</remarks>
public abstract record Intent
{
    Intent() { }

    /// <summary>The language in which to answer.</summary>
    public Lang Lang { get; init; }

    /// <summary>Which words were taken for what, in the order of the text: a trace that can be shown.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Do this, now.</summary>
    /// <param name="Steps">In the order said.</param>
    /// <param name="Scope">Whether things were named, or a group of them was meant.</param>
    /// <param name="Also">What was asked in the same breath, to be answered afterwards.</param>
    public sealed record Order(ImmutableArray<Step> Steps, Scope Scope, Intent? Also = null) : Intent;

    /// <summary>How does it stand now?</summary>
    public sealed record AskState(ImmutableArray<Asked> Of) : Intent;

    /// <summary>How was it?</summary>
    /// <param name="When">Null for as far back as there are records.</param>
    public sealed record AskHistory(ImmutableArray<Asked> Of, Aggregate Aggregate, TimeRange? When) : Intent;

    /// <summary>Which things are there, or which stand as asked?</summary>
    public sealed record ListThings(Filter Filter) : Intent;

    /// <summary>How many are there, or stand as asked?</summary>
    public sealed record HowMany(Filter Filter) : Intent;

    /// <summary>A question that is not about the live lab: for the documents.</summary>
    public sealed record AskDocuments(string Question) : Intent;

    /// <summary>Yes, to what was asked before.</summary>
    public sealed record Confirm : Intent;

    /// <summary>No, to what was asked before.</summary>
    public sealed record Cancel : Intent;

    public sealed record Undo : Intent;

    public sealed record SmallTalk(Talk About) : Intent;

    public sealed record Help : Intent;

    /// <summary>Nothing is done; ask back.</summary>
    /// <param name="Because">Why nothing is done.</param>
    /// <param name="Candidates">Things that may have been meant, likeliest first.</param>
    /// <param name="Question">What to say to the person.</param>
    /// <param name="Offer">What would be done if the person says yes; empty when nothing can be offered.</param>
    public sealed record Unsure(Doubt Because, ImmutableArray<ThingDescription> Candidates, Said Question, ImmutableArray<Step> Offer) : Intent;
}

/// <summary>One action, or one property write. Exactly one of <paramref name="Action"/> and <paramref name="Property"/> is given.</summary>
/// <param name="Input">The action's input or the property's value; null when there is none, or when <paramref name="Delta"/> is given.</param>
/// <param name="Delta">By how much to change the property from what it is ("aumente em 10 %").</param>
/// <param name="AskFirst">The Thing Description wants a person asked before.</param>
public sealed record Step(
    ThingDescription Thing, string? Action, string? Property, JsonElement? Input, double? Delta = null, bool AskFirst = false);

public enum Scope { Named, Several, Room, All }

/// <param name="Property">Null, with no <paramref name="Action"/>, asks about the whole thing.</param>
/// <param name="Expected">The value asked about ("is it off?" → false); null when any value answers.</param>
/// <param name="Reachable">Asks whether the device answers at all; then <paramref name="Expected"/> is true or false and there is no property.</param>
/// <param name="Action">The action whose commands are asked for ("who restarted it?").</param>
public sealed record Asked(ThingDescription Thing, string? Property, JsonElement? Expected = null, bool Reachable = false, string? Action = null);

/// <param name="Of">The things among which, each with its condition; a property of null is no condition.</param>
/// <param name="Everything">No thing, kind or room was named.</param>
public sealed record Filter(ImmutableArray<Asked> Of, bool Everything);

public enum Aggregate { Max, Min, Mean, Series, At, Last, Since, Count, Duration, Change, Who }

/// <param name="To">Not included; the same as <paramref name="From"/> for an instant.</param>
public sealed record TimeRange(DateTimeOffset From, DateTimeOffset To)
{
    public bool IsInstant => From == To;
}

public enum Talk { Hello, Thanks, Bye, HowAreYou, WhoAreYou }

public enum Doubt
{
    /// <summary>There are no words.</summary>
    Empty,
    /// <summary>It may be an order, but was put as a question or a wish to know.</summary>
    Asked,
    /// <summary>It says not to do it.</summary>
    Negated,
    /// <summary>It is for later or on a condition, and nothing can be scheduled.</summary>
    Later,
    /// <summary>It tells of what somebody did or said.</summary>
    Reported,
    /// <summary>The order stands in quotation marks.</summary>
    Quoted,
    /// <summary>No such thing in the lab.</summary>
    Unknown,
    /// <summary>Several things, or none, may be meant.</summary>
    Which,
    /// <summary>The thing cannot do that.</summary>
    Cannot,
    /// <summary>A value is missing.</summary>
    Value,
    /// <summary>The value does not fit.</summary>
    Range,
    /// <summary>Part of it was not understood, so none of it is done.</summary>
    Unclear,
}

/// <param name="Words">As they stand in the text.</param>
/// <param name="Start">Where, in UTF-16 units.</param>
/// <param name="Meaning">What they were taken for: <c>verb on</c>, <c>thing lampada-bancada</c>, <c>value 22</c>…</param>
public sealed record Evidence(string Words, int Start, int Length, string Meaning);
