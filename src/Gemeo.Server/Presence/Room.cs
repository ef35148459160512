using System.Collections.Immutable;

namespace Gemeo.Presence;

/// <summary>Somebody in a room.</summary>
/// <param name="Id">Told to all: <c>p7</c>.</param>
/// <param name="Token">Told to this person only; with it a cut connection comes back as the same person.</param>
/// <param name="Seat">The connection; null while it is cut.</param>
/// <param name="Watches">An observer: sees, and is not seen.</param>
/// <param name="Cut">Since when the connection is cut, on the room's own clock.</param>
public sealed record Person(string Id, string Name, Pose Pose, string Token, string? Seat, bool Watches = false, TimeSpan? Cut = null);

/// <summary>Who is in a room, in the order in which they came. Never on disk: who was here yesterday is nobody's business.</summary>
/// <param name="Given">How many ids were given.</param>
public sealed record Room(ImmutableArray<Person> Inside, int Given)
{
    public static readonly Room Empty = new([], 0);

    /// <summary>Those who are seen.</summary>
    public IEnumerable<Person> People => Inside.Where(p => !p.Watches);

    public int Observers => Inside.Count(p => p.Watches);

    public Person? At(string seat) => Inside.FirstOrDefault(p => p.Seat == seat);

    public Person? Known(string? token) => token is null ? null : Inside.FirstOrDefault(p => p.Token == token);

    public Room With(Person person) => this with { Inside = Inside.SetItem(Inside.IndexOf(Inside.First(p => p.Id == person.Id)), person) };
}
