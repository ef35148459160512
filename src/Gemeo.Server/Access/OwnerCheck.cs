using Gemeo.Access.Accounts;
using Gemeo.Access.Keys;
using Gemeo.Hosting;
using Microsoft.Extensions.Options;

namespace Gemeo.Access;

/// <summary>Refuses to open to a network while nobody could come in as its administrator.</summary>
sealed class OwnerCheck(IOptions<Settings> options, OwnAddresses own, KeyRing keys, Book book) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (own.OpenTo is not { } address || options.Value.Key is not null) return;
        try
        {
            if (await keys.HasAdminAsync(cancellationToken) || await book.HasAdminAsync(cancellationToken)) return;
        }
        catch (Exception why) when (StoreFilter.IsOurs(why)) { throw new StartException($"The address {address} is open to a network, and its keys and accounts cannot be read ({why.Message}); with Gemeo:Key it starts all the same.", why); }
        throw new StartException($"The address {address} is open to a network and has no administrator yet: while it listens on this machine only, make a key (gemeo key add NAME --role admin) or the first account (in the browser, or POST /access/setup); or set Gemeo:Key; or start with --lan, which makes a key.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
