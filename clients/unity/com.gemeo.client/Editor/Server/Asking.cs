#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Gemeo.Client;

namespace Gemeo.Unity.Editor
{
    /// <summary>Asks a server who it is and what it has. The editor goes on meanwhile.</summary>
    static class Asking
    {
        static readonly TimeSpan _patience = TimeSpan.FromSeconds(8);

        public static async Task<Finding> Ask(string address, string key, Platform platform, CancellationToken cancel = default)
        {
            if (!ServerAddress.TryParse(address, key, out var server)) return Finding.NoAddress(address);
            using var client = new GemeoClient(server!, platform, new ClientOptions { Patience = _patience, DispatchByHand = true });
            try
            {
                var lab = await client.Labs.Get(cancel);
                if (lab.Document.At("name") is null) throw new BadAnswerException("it does not tell of a lab");
                return Finding.Reached(lab.Name("en"), await client.Labs.Things(cancel));
            }
            catch (Exception why) when (PlainHttp.IsWhy(why)) { return Finding.HttpForbidden(); }
            catch (GemeoException why) { return Finding.Of(why, address); }
        }
    }
}
