using Microsoft.Extensions.Logging;
namespace Gemeo.Simulator;
public static class SimulatedLab { public static Task<IAsyncDisposable> StartAsync(string f, string h, int p, string? u, string? pw, TimeProvider t, ILoggerFactory l, CancellationToken c) => throw new NotImplementedException(); }
