#nullable enable
using System;
using UnityEngine;
using Object = UnityEngine.Object;

namespace Gemeo.Unity
{
    static class Telling
    {
        /// <summary>Tells each; one that throws is logged, and hurts no other.</summary>
        public static void Tell<T>(this Action<T>? listeners, T what, Object context)
        {
            if (listeners is null) return;
            foreach (Action<T> listener in listeners.GetInvocationList()) Safely(() => listener(what), context);
        }

        public static void Safely(Action work, Object context)
        {
            try { work(); }
#pragma warning disable CA1031 // a listener may throw anything
            catch (Exception why) { Debug.LogException(why, context); }
#pragma warning restore CA1031
        }
    }
}
