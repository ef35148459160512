#nullable enable
using System;

namespace Gemeo.Client
{
    /// <summary>What was reported once. It never changes, so that a reader on another thread sees the whole of it.</summary>
    sealed class Report
    {
        public Report(Value value, DateTimeOffset? time, DateTimeOffset? deviceTime)
        {
            Value = value;
            Time = time;
            DeviceTime = deviceTime;
        }

        public Value Value { get; }

        public DateTimeOffset? Time { get; }

        public DateTimeOffset? DeviceTime { get; }
    }
}
