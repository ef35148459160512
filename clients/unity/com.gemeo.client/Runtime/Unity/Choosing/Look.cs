#nullable enable
using System.Linq;
using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Unity
{
    /// <summary>What of a scene tells most about a thing.</summary>
    public enum LookKind
    {
        /// <summary>Nothing that it reports: a click may act on it all the same.</summary>
        Nothing,

        /// <summary>It shines: <see cref="LightBinding"/>.</summary>
        Light,

        /// <summary>It moves: <see cref="TransformBinding"/>.</summary>
        Motion,

        /// <summary>It says a value: <see cref="ValueLabel"/>.</summary>
        Words,
    }

    /// <summary>How a thing is best shown, by its kind and what it reports. Pure: the editor's window and the samples ask it.</summary>
    public sealed class Look
    {
        static readonly string[] _shining = { "lamp", "ceiling-light" };
        static readonly string[] _moving = { "door", "parking-spot" };

        Look(LookKind kind, string? property)
        {
            Kind = kind;
            Property = property;
        }

        public LookKind Kind { get; }

        /// <summary>What lights, moves or names it; null for <see cref="LookKind.Nothing"/>.</summary>
        public string? Property { get; }

        /// <summary>Of a light that can be dimmed.</summary>
        public string? Brightness { get; private set; }

        /// <summary>The brightness of a whole light.</summary>
        public double BrightnessMax { get; private set; } = 100;

        /// <summary>Of a value in words: <c>°C</c>.</summary>
        public string Unit { get; private set; } = "";

        /// <summary>Null for what nobody turns on or off.</summary>
        public OnOff? OnOff { get; private set; }

        public static Look Of(ThingDescription thing)
        {
            var toggle = OnOff.Of(thing);
            var look = Light(thing, toggle) ?? Motion(thing) ?? Words(thing) ?? new Look(LookKind.Nothing, null);
            look.OnOff = toggle;
            return look;
        }

        static Look? Light(ThingDescription thing, OnOff? toggle)
        {
            var brightness = thing.Properties.FirstOrDefault(p => Schema(thing, p).Text("unit") == "%" && IsNumber(Schema(thing, p)) && !Schema(thing, p).Flag("readOnly"));
            var shines = _shining.Contains(thing.Kind) || thing.Kind is null && toggle != null && brightness != null;
            var on = toggle?.Property ?? First(thing, "boolean");
            if (!shines || on is null) return null;
            return new Look(LookKind.Light, on) { Brightness = brightness, BrightnessMax = Schema(thing, brightness).Number("maximum") ?? 100 };
        }

        static Look? Motion(ThingDescription thing) =>
            _moving.Contains(thing.Kind) && First(thing, "boolean") is { } moves ? new Look(LookKind.Motion, moves) : null;

        // A number says more than a word, and a word more than yes or no.
        static Look? Words(ThingDescription thing)
        {
            var says = First(thing, "number") ?? First(thing, "integer") ?? First(thing, "string") ?? First(thing, "boolean") ?? thing.Properties.FirstOrDefault();
            return says is null ? null : new Look(LookKind.Words, says) { Unit = Schema(thing, says).Text("unit") ?? "" };
        }

        static string? First(ThingDescription thing, string type) => thing.Properties.FirstOrDefault(p => Schema(thing, p).Text("type") == type);

        static JToken? Schema(ThingDescription thing, string? property) => property is null ? null : thing.Property(property);

        static bool IsNumber(JToken? schema) => schema.Text("type") == "number" || schema.Text("type") == "integer";
    }
}
