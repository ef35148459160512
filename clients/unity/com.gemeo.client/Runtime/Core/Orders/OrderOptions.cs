#nullable enable
using System;

namespace Gemeo.Client
{
    /// <summary>How an order is given.</summary>
    public sealed class OrderOptions
    {
        /// <summary>How long the device has to report; the thing's own deadline when null.</summary>
        public TimeSpan? Timeout { get; set; }

        /// <summary>How long the order may wait for a device that is away; without it such an order fails at once.</summary>
        public TimeSpan? Queue { get; set; }

        /// <summary>False: the order is put on record and its end is not waited for.</summary>
        public bool Wait { get; set; } = true;

        /// <summary>False: an order that waits in the queue for its device is given back as it stands; any other's end is waited for.</summary>
        public bool WaitInQueue { get; set; } = true;
    }
}
