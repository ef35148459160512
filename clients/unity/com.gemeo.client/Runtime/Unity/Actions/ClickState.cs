#nullable enable
namespace Gemeo.Unity
{
    /// <summary>How the order of a click stands.</summary>
    public enum ClickState
    {
        Idle,

        /// <summary>Asked; the device has not reported yet.</summary>
        Pending,

        /// <summary>The device reported it.</summary>
        Confirmed,

        /// <summary>Refused, failed or expired.</summary>
        Failed,
    }

    /// <summary>What a click does.</summary>
    public enum ClickDoes
    {
        /// <summary>Turns on what is off, and off what is on: writes a property that is true or false, or runs the action that brings it about.</summary>
        Toggle,

        /// <summary>Runs an action.</summary>
        Action,

        /// <summary>Writes a property.</summary>
        Write,

        /// <summary>Runs one of the lab's shortcuts: <c>/lab/ligar_luz</c>.</summary>
        Shortcut,
    }
}
