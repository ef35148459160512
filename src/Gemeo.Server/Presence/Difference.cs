namespace Gemeo.Presence;

/// <summary>What happened in a room between two looks at it. However often somebody moved meanwhile, it is where they are that counts.</summary>
/// <param name="Came">Who is seen now and was not, or goes by another name.</param>
/// <param name="Promoted">Seats of those who watched and now have a place.</param>
public sealed record Difference(IReadOnlyList<Person> Came, IReadOnlyList<Person> Moved, IReadOnlyList<string> Left, IReadOnlyList<string> Promoted)
{
    public bool IsNothing => Came.Count == 0 && Moved.Count == 0 && Left.Count == 0;

    public static Difference Between(Room before, Room after)
    {
        var (was, known) = (before.People.ToDictionary(p => p.Id), before.Inside.Where(p => p.Watches).Select(p => p.Id).ToHashSet());
        List<Person> came = [], moved = [];
        var promoted = new List<string>();
        foreach (var person in after.People)
        {
            if (!was.Remove(person.Id, out var old) || old.Name != person.Name) came.Add(person);
            else if (old.Pose != person.Pose) moved.Add(person);
            if (known.Contains(person.Id) && person.Seat is { } seat) promoted.Add(seat);
        }
        return new(came, moved, [.. was.Keys], promoted);
    }
}
