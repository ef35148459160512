namespace Gemeo.Things;

/// <summary>Told when a thing has fallen silent for longer than its description allows.</summary>
public sealed class Silences
{
    public event Action<string>? Fell;

    public void Tell(string thing) => Fell?.Invoke(thing);
}
