namespace Gemeo.Linguistics.Lexicons.Training;

/// <summary>What the trainer is at.</summary>
public enum TrainingPhase
{
    Analysing,
    Pairing,
    Learning,
    Pruning,
}

/// <param name="Done">Share of the phase, from 0 to 1.</param>
public readonly record struct TrainingStep(TrainingPhase Phase, double Done);
