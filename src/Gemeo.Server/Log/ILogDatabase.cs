namespace Gemeo.Log;

/// <summary>A log with all that can be asked of it, wherever it lies.</summary>
public interface ILogDatabase : ILogStore
{
    /// <summary>Sums over what lies here.</summary>
    ILogFigures Figures { get; }

    ILogSeries Series { get; }

    ILogPast Past { get; }

    ILogRollups Rollups { get; }
}
