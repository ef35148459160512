#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>Waiting for so long and no longer, by the platform's clock.</summary>
    static class Patience
    {
        /// <exception cref="UnreachedException">It took longer.</exception>
        public static async Task<T> Within<T>(this IClock clock, TimeSpan time, CancellationToken cancel, Func<CancellationToken, Task<T>> work)
        {
            using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            using var ended = new CancellationTokenSource();
            var asked = work(giveUp.Token);
            if (asked.IsCompleted) return await asked;
            var late = clock.Delay(time, ended.Token);
            if (await Task.WhenAny(asked, late) == late && !asked.IsCompleted)
            {
                giveUp.Cancel();
                Forget(asked);
                await late; // a clock that was stopped is no time-out
                throw new UnreachedException("time-out");
            }
            ended.Cancel();
            return await asked;
        }

        /// <summary>Nobody waits for it any more: how it ends concerns nobody, and is not reported as unseen.</summary>
        public static async void Forget(Task task)
        {
            try { await task; }
#pragma warning disable CA1031 // whatever it is, nobody asks
            catch (Exception) { }
#pragma warning restore CA1031
        }
    }
}
