#nullable enable
using System.Linq;
using Gemeo.Client;

namespace Gemeo.Unity
{
    /// <summary>How a thing is turned on and off: by two actions that a property confirms, or by writing that property.</summary>
    public sealed class OnOff
    {
        OnOff(string property, string? on, string? off)
        {
            Property = property;
            On = on;
            Off = off;
        }

        /// <summary>True while it is on.</summary>
        public string Property { get; }

        /// <summary>The action that turns it on; null where the property is written.</summary>
        public string? On { get; }

        public string? Off { get; }

        /// <returns>Null for a thing that nobody turns on or off.</returns>
        public static OnOff? Of(ThingDescription thing)
        {
            foreach (var property in thing.Properties)
            {
                if (thing.Property(property).Text("type") != "boolean") continue;
                var (on, off) = (Bringing(thing, property, true), Bringing(thing, property, false));
                if (on != null && off != null) return new OnOff(property, on, off);
                if (!thing.Property(property).Flag("readOnly")) return new OnOff(property, null, null);
            }
            return null;
        }

        static string? Bringing(ThingDescription thing, string property, bool value) => thing.Actions.FirstOrDefault(action =>
        {
            var confirmed = thing.Document.At("actions", action, "gemeo:confirmedBy");
            return confirmed.Text("property") == property && Value.Of(confirmed.At("equals")).Boolean == value;
        });
    }
}
