using Gemeo.Fuzz.Mutation;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz.Attacks;

/// <summary>One way in.</summary>
public interface IDoor
{
    string Name { get; }

    /// <summary>How many cases run at once.</summary>
    int AtOnce { get; }

    /// <summary>Looks round at what there is to ask for.</summary>
    Task PrepareAsync(Target target, CancellationToken cancel);

    /// <summary>Pure: the same chance, the same case.</summary>
    Case Make(ulong seed, long number);

    Task<Outcome> PlayAsync(Case made, Target target, CancellationToken cancel);
}
