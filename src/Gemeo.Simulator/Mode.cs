using System.Globalization;

namespace Gemeo.Simulator;

public enum Manners { Honest, Slow, Lie, Deaf }

/// <summary>How a simulated device behaves, as it is said on <c>simulator/&lt;id&gt;</c> and answered on <c>…/mode</c>.</summary>
/// <param name="Plugged">False when it has no power.</param>
/// <param name="Silent">It lost its power, so nobody tells the broker; otherwise its connection breaks, which the broker sees at once.</param>
/// <param name="Delay">How long a slow device lets people wait.</param>
public sealed record Mode(bool Plugged, Manners Manners, TimeSpan Delay, bool Silent = false)
{
    public const int UsualDelay = 3000;

    public static Mode Honest { get; } = new(true, Manners.Honest, TimeSpan.Zero);

    /// <summary>The mode that an order such as <c>unplug</c> or <c>slow 3000</c> leads to; null for an order that nobody knows.</summary>
    public Mode? After(string order)
    {
        var words = order.Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["unplug"] => this with { Plugged = false, Silent = true },
            ["drop"] => this with { Plugged = false, Silent = false },
            ["plug"] => this with { Plugged = true },
            ["honest"] => new(Plugged, Manners.Honest, TimeSpan.Zero),
            ["lie"] => new(Plugged, Manners.Lie, TimeSpan.Zero),
            ["deaf"] => new(Plugged, Manners.Deaf, TimeSpan.Zero),
            ["slow"] => new(Plugged, Manners.Slow, TimeSpan.FromMilliseconds(UsualDelay)),
            ["slow", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) =>
                new(Plugged, Manners.Slow, TimeSpan.FromMilliseconds(ms)),
            _ => null,
        };
    }

    public override string ToString() =>
        !Plugged ? "unplugged"
        : Manners == Manners.Slow ? string.Create(CultureInfo.InvariantCulture, $"slow {Delay.TotalMilliseconds:0}")
        : Manners.ToString().ToLowerInvariant();
}
