#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>Gives orders, and waits for what the device reports.</summary>
    public sealed class Orders
    {
        static readonly TimeSpan _again = TimeSpan.FromSeconds(1);
        static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(1);

        readonly Api _api;
        readonly Waiting _waiting;

        internal Orders(Api api, Waiting waiting)
        {
            _api = api;
            _waiting = waiting;
        }

        /// <returns>The command as it ended: confirmed; or sent, when nothing can confirm it. Without <see cref="OrderOptions.Wait"/> as it stands.</returns>
        /// <exception cref="NotSentException">Failed: the device is away.</exception>
        /// <exception cref="NoAnswerException">Expired: no report came in time.</exception>
        /// <exception cref="BadValueException">The input does not fit; nothing was sent.</exception>
        /// <exception cref="RefusedException">Refused otherwise; <see cref="RefusedException.Code"/> says why.</exception>
        /// <exception cref="UnreachedException">The connection was lost: how it ended is unknown here.</exception>
        public Task<Command> Invoke(string thing, string action, Value input = default, OrderOptions? options = null, CancellationToken cancel = default) =>
            Order("POST", Paths.Action(thing, action), input.Kind == ValueKind.Null ? null : input.ToJson(), options, cancel);

        /// <inheritdoc cref="Invoke"/>
        public Task<Command> Write(string thing, string property, Value value, OrderOptions? options = null, CancellationToken cancel = default) =>
            Order("PUT", Paths.Property(thing, property), value.ToJson(), options, cancel);

        /// <summary>What became of it.</summary>
        public async Task<Command> Get(string id, CancellationToken cancel = default)
        {
            var answer = await _api.Send("GET", "commands/" + Uri.EscapeDataString(id), cancel: cancel);
            return Command.Read(answer.Body, answer.Raw);
        }

        /// <summary>The newest orders of one thing, or of all; the newest first.</summary>
        public async Task<IReadOnlyList<Command>> Last(string? thing = null, int limit = 20, CancellationToken cancel = default)
        {
            var path = Paths.Query((thing is null ? "" : Paths.Thing(thing) + "/") + "commands", ("limit", limit.ToString(CultureInfo.InvariantCulture)));
            return (await _api.Get(path, cancel)).At("items") is JArray items ? items.Select(item => Command.Read(item)).ToList() : (IReadOnlyList<Command>)Array.Empty<Command>();
        }

        /// <summary>Runs one of the lab's shortcuts, such as <c>/lab/ligar_luz</c>, and gives the sentence for the person.</summary>
        /// <inheritdoc cref="Invoke"/>
        public async Task<string> Shortcut(string path, CancellationToken cancel = default) =>
            (await _api.Send("POST", path, null, _api.OrderPatience(null), cancel)).Body.Text("status") ?? "";

        /// <summary>Waits until an order is over, however long that takes: told over the link, or by asking when it does not stand.</summary>
        /// <inheritdoc cref="Invoke"/>
        public async Task<Command> Ended(string id, CancellationToken cancel = default)
        {
            cancel.ThrowIfCancellationRequested();
            using var told = _waiting.For(id);
            while (true)
            {
                var command = await Ask(id, cancel);
                if (command is { IsOver: true }) return WellEnded(command);
                using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                var over = told.Task;
                await Task.WhenAny(over, _api.Clock.Delay(_again, late.Token));
                late.Cancel();
                cancel.ThrowIfCancellationRequested();
                if (!over.IsCompleted) continue;
                // Who waits goes on by the clock, for the link must hear on whatever he does then.
                await _api.Clock.Delay(_breath, cancel);
                return WellEnded(await over);
            }
        }

        async Task<Command> Order(string method, string path, JToken? body, OrderOptions? options, CancellationToken cancel)
        {
            options ??= new OrderOptions();
            var asked = Paths.Query(path, ("timeout", Seconds(options.Timeout)), ("queue", Seconds(options.Queue)), ("wait", options.Wait ? null : "false"));
            var answer = await _api.Send(method, asked, body, options.Wait ? _api.OrderPatience(options.Timeout) : (TimeSpan?)null, cancel);
            var command = Command.Read(answer.Body, answer.Raw);
            var enough = command.IsOver || !options.Wait || command.QueuedUntil != null && !options.WaitInQueue;
            return enough ? command : await Ended(command.Id, cancel);
        }

        // The server may be restarting, or be too busy: the order is on record there.
        async Task<Command?> Ask(string id, CancellationToken cancel)
        {
            try { return await Get(id, cancel); }
            catch (GemeoException why) when (!(why is NotThereException || why is NotAllowedException)) { return null; }
        }

        // Who waited for an order from its beginning gets the server's refusal; who comes later gets the same.
        Command WellEnded(Command command) =>
            command.State >= CommandState.Failed ? throw RefusedException.Of(Refusal.Of(command, _api.Language)) : command;

        static string? Seconds(TimeSpan? time) => time?.TotalSeconds.ToString(CultureInfo.InvariantCulture);
    }
}
