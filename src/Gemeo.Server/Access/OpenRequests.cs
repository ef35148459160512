using System.Collections.Concurrent;
using Gemeo.Access.Rights;
using Gemeo.Log;

namespace Gemeo.Access;

/// <summary>What is open by somebody whose right can end: looked over each second. Sockets and streams say why and close by themselves;
/// what is still open after that (a long answer, a file) is cut.</summary>
public sealed class OpenRequests(TimeProvider time) : IDisposable
{
    const int Patience = 3;
    static readonly TimeSpan _between = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<HttpContext, Identity> _open = new();
    readonly Dictionary<HttpContext, int> _over = [];
    readonly Lock _lock = new();
    ITimer? _timer;

    public async Task Watch(HttpContext http, Identity identity, RequestDelegate next)
    {
        Begin();
        _open[http] = identity;
        try { await next(http); }
        finally { _open.TryRemove(http, out _); }
    }

    void Begin()
    {
        if (_timer is not null) return;
        lock (_lock) _timer ??= time.CreateTimer(_ => Look(), null, _between, _between);
    }

    void Look()
    {
        lock (_lock)
        {
            var now = time.Now();
            foreach (var gone in _over.Keys.Where(h => !_open.ContainsKey(h)).ToArray()) _over.Remove(gone);
            foreach (var (http, identity) in _open)
                if (identity.Over(now) is not null && (_over[http] = _over.GetValueOrDefault(http) + 1) >= Patience && _open.TryRemove(http, out _)) http.Abort();
        }
    }

    public void Dispose() => _timer?.Dispose();
}
