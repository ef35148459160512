using System.Runtime.InteropServices;
using System.Text.Json;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>What people asked for and got, held against what the device reports after it was away.</summary>
public sealed class Wishes(TimeProvider time)
{
    static readonly TimeSpan _firstReportWithin = TimeSpan.FromSeconds(10);

    readonly Dictionary<string, long> _awaited = [];

    public static void Add(Step step, Command command, Plan plan)
    {
        if (plan is { Reconcile: true, Target: { } target })
            step.State = step.State.With(new Desired(target.Property, target.Value, command.Of, command.Name, command.Input is { } input ? JsonMarshal.GetRawUtf8Value(input).ToArray() : null));
    }

    /// <summary>The device is back: what it reports first counts.</summary>
    /// <param name="gone">Since when it was away; null when it only said again that it is there.</param>
    public void NoticeReturn(Step step, long? gone, Effects effects)
    {
        foreach (var desired in step.State.Desired)
        {
            // Some devices report before they say that they are there.
            if (gone is { } since && step.State.Property(desired.Property) is { } told && told.Time > since)
            {
                if (!IsMet(step, desired)) effects.ToReconcile.Add(OrderOf(desired));
            }
            // Only a report that comes soon is the device's start; a later one is somebody's hand on the switch.
            else _awaited[desired.Property] = time.Now() + (long)_firstReportWithin.TotalMicroseconds;
        }
    }

    /// <summary>A report that answers no order: does it agree with what was desired?</summary>
    public void Compare(Step step, string property, bool retained, Effects effects)
    {
        if (step.State.DesiredOf(property) is not { } desired) return;
        if (!retained && _awaited.Remove(property, out var until) && time.Now() <= until)
        {
            effects.Undo.Add(() => _awaited.TryAdd(property, until));
            if (!IsMet(step, desired)) effects.ToReconcile.Add(OrderOf(desired));
        }
        // Somebody used the wall switch: theirs is the newest wish.
        else if (step.State.Available != false && !IsMet(step, desired)) step.State = step.State.WithoutDesired(property);
    }

    static bool IsMet(Step step, Desired desired) => CommandRules.Shows(step.State, new(desired.Property, desired.Value));

    static Order OrderOf(Desired desired) => new()
    {
        Of = desired.Of,
        Name = desired.Name,
        Input = desired.Input is { } input ? JsonElement.Parse(input) : null,
        By = "gemeo:reconcile",
        Wait = false,
    };
}
