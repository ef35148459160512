namespace Gemeo.Labs;

/// <summary>Faults found so far; bounded, since one mistake in a model could be told a hundred thousand times.</summary>
sealed class FaultList(List<LabFault> list)
{
    const int Most = 500;

    readonly HashSet<LabFault> _told = [];

    /// <summary>How many were found, those told twice or beyond the bound included.</summary>
    public int Count { get; private set; }

    public void Add(string file, string pointer, string expected) => Add(new(file, pointer, expected));

    public void Add(LabFault fault)
    {
        Count++;
        if (list.Count < Most && _told.Add(fault)) list.Add(fault);
    }
}
