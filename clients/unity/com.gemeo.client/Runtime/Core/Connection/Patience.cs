#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>Waiting for so long and no longer, by the platform's clock.</summary>
    static class Patience
    {
        /// <summary>Ends when the work does, at the end of the time, or when it is cancelled, whether the work heeds that or not.</summary>
        /// <exception cref="UnreachedException">It took longer.</exception>
        public static async Task<T> Within<T>(this IClock clock, TimeSpan time, CancellationToken cancel, Func<CancellationToken, Task<T>> work)
        {
            using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var asked = work(giveUp.Token);
            if (asked.IsCompleted) return await asked;
            var late = clock.Delay(time, ended.Token);
            await Task.WhenAny(asked, late);
            ended.Cancel();
            if (asked.IsCompleted) return await asked;
            giveUp.Cancel();
            LetGo(asked);
            cancel.ThrowIfCancellationRequested();
            await late; // a clock that was stopped is no time-out
            throw new UnreachedException("no answer in time");
        }

        // What comes after all, a socket or an answer, is closed.
        static async void LetGo<T>(Task<T> task)
        {
            try { (await task as IDisposable)?.Dispose(); }
#pragma warning disable CA1031 // whatever it is, nobody asks
            catch (Exception) { }
#pragma warning restore CA1031
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
