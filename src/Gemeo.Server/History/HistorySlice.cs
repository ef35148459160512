namespace Gemeo.History;

/// <summary>What was: charts and files of readings.</summary>
public static class HistorySlice
{
    public static IServiceCollection AddHistory(this IServiceCollection services) => services.AddSingleton<Charts>();
}
