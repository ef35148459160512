#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>A property as its device last reported it. It changes while the client dispatches, and may be read from anywhere.</summary>
    public sealed class Property
    {
        Report? _last;
        Listeners<Property> _changed;
        Listeners<Property> _reported;

        internal Property(Thing thing, string name)
        {
            Thing = thing;
            Name = name;
        }

        public Thing Thing { get; }

        public string Name { get; }

        /// <summary>The device has reported it.</summary>
        public bool IsKnown => _last != null;

        /// <summary>Null in kind while nothing was reported.</summary>
        public Value Value => _last is { } last ? last.Value : default;

        /// <summary>When the server took it.</summary>
        public DateTimeOffset? Time => _last?.Time;

        /// <summary>The device's own time, when it sent one.</summary>
        public DateTimeOffset? DeviceTime => _last?.DeviceTime;

        /// <summary>It became another value.</summary>
        public event Action<Property> Changed
        {
            add => _changed.Add(value);
            remove => _changed.Remove(value);
        }

        /// <summary>It was reported, the same value or another; comes after <see cref="Changed"/>.</summary>
        public event Action<Property> Reported
        {
            add => _reported.Add(value);
            remove => _reported.Remove(value);
        }

        /// <summary>Asks the device to take a value; ends when it reported it.</summary>
        /// <inheritdoc cref="Orders.Write"/>
        public Task<Command> Write(Value value, OrderOptions? options = null, CancellationToken cancel = default) =>
            Thing.Client.Orders.Write(Thing.Id, Name, value, options, cancel);

        internal void Take(Report report)
        {
            var changed = _last is null || _last.Value != report.Value;
            _last = report;
            if (changed) TellChanged();
            _reported.Tell(this, Thing.Client.Failed);
        }

        /// <summary>The server knows nothing of it any more.</summary>
        internal void Forget()
        {
            if (_last is null) return;
            _last = null;
            TellChanged();
        }

        void TellChanged()
        {
            _changed.Tell(this, Thing.Client.Failed);
            Thing.Touched(this);
        }
    }
}
