#nullable enable
using Gemeo.Client;
using Gemeo.Unity;
using UnityEngine;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>A thing as a simple shape of its kind, facing along its z, with what makes it live: it shines, moves or says a value, and a click acts on it.</summary>
    sealed class ThingBuilder
    {
        readonly Paint _paint;

        public ThingBuilder(Paint paint) => _paint = paint;

        public GameObject Build(ThingDescription thing, Place place, Transform lab)
        {
            var root = new GameObject(thing.Id);
            root.transform.SetParent(lab, false);
            root.transform.localPosition = place.InUnity();
            root.transform.localRotation = place.Turn;
            var look = Look.Of(thing);
            var shape = Shape(thing, place, root.transform, look);
            if (look.OnOff is { } toggle) Click(shape, thing, toggle);
            return root;
        }

        static void Click(GameObject shape, ThingDescription thing, OnOff toggle)
        {
            var click = shape.AddComponent<ActionOnClick>();
            click.SetToggle(toggle.Property, toggle.On ?? "", toggle.Off ?? "");
            click.ThingId = thing.Id;
        }

        GameObject Shape(ThingDescription thing, Place place, Transform root, Look look)
        {
            switch (look.Kind)
            {
                case LookKind.Light: return Lamp(thing, root, look);
                case LookKind.Motion when thing.Kind == "door": return Door(thing, root, look);
                case LookKind.Motion: return Spot(thing, place, root, look);
                default: return Device(thing, root, look);
            }
        }

        GameObject Lamp(ThingDescription thing, Transform root, Look look)
        {
            var hanging = thing.Kind == "ceiling-light";
            if (!hanging) _paint.Shape(PrimitiveType.Cylinder, root, "foot", new Vector3(0, 0.15f, 0), new Vector3(0.04f, 0.15f, 0.04f), Colors.Metal);
            var bulb = hanging
                ? _paint.Box(root, "bulb", Vector3.zero, new Vector3(1.2f, 0.06f, 0.3f), Colors.White)
                : _paint.Shape(PrimitiveType.Sphere, root, "bulb", new Vector3(0, 0.35f, 0), new Vector3(0.16f, 0.16f, 0.16f), Colors.White);
            var light = bulb.AddComponent<Light>();
            light.type = LightType.Point;
            light.range = hanging ? 8 : 4;
            var shines = bulb.AddComponent<LightBinding>();
            shines.OnProperty = look.Property!;
            shines.BrightnessProperty = look.Brightness ?? "";
            shines.BrightnessMax = (float)look.BrightnessMax;
            shines.Renderer = bulb.GetComponent<Renderer>();
            shines.ThingId = thing.Id;
            return bulb;
        }

        // The leaf turns about its edge: an empty object stands there.
        GameObject Door(ThingDescription thing, Transform root, Look look)
        {
            var hinge = new GameObject("hinge");
            hinge.transform.SetParent(root, false);
            hinge.transform.localPosition = new Vector3(-0.5f, 0, 0);
            var leaf = _paint.Box(hinge.transform, "leaf", new Vector3(0.5f, 1.05f, 0), new Vector3(1, 2.1f, 0.05f), Colors.Of("door"));
            var turns = hinge.AddComponent<TransformBinding>();
            turns.SetRotations(Vector3.zero, new Vector3(0, 95, 0));
            turns.Moves = MotionParts.Rotation;
            turns.PropertyName = look.Property!;
            turns.ThingId = thing.Id;
            return leaf;
        }

        GameObject Spot(ThingDescription thing, Place place, Transform root, Look look)
        {
            var ground = _paint.Box(root, "ground", new Vector3(0, 0.01f, 0), new Vector3(place.Size.x, 0.02f, place.Size.z), Colors.Dark);
            var away = new Vector3(0, 0.6f, 14);
            var car = _paint.Box(root, "car", away, new Vector3(1.8f, 1.1f, 4.2f), "#3a72b8");
            var drives = car.AddComponent<TransformBinding>();
            drives.SetPositions(away, new Vector3(0, 0.6f, 0));
            drives.Seconds = 1.5f;
            drives.PropertyName = look.Property!;
            drives.ThingId = thing.Id;
            Label(thing, root, 1.9f, look);
            return ground;
        }

        GameObject Device(ThingDescription thing, Transform root, Look look)
        {
            var size = thing.Kind == "air-conditioner" ? new Vector3(0.9f, 0.3f, 0.22f) : new Vector3(0.18f, 0.24f, 0.08f);
            var box = _paint.Box(root, "body", Vector3.zero, size, Colors.Of(thing.Kind ?? ""));
            Label(thing, root, size.y / 2 + 0.12f, look);
            return box;
        }

        static void Label(ThingDescription thing, Transform root, float height, Look look)
        {
            if (look.Property is null) return;
            var label = new GameObject("label").AddComponent<TextMesh>();
            label.transform.SetParent(root, false);
            label.transform.localPosition = new Vector3(0, height, 0);
            // Letters are read along their z; the thing faces the reader with it.
            label.transform.localRotation = Quaternion.Euler(0, 180, 0);
            label.characterSize = 0.06f;
            label.fontSize = 48;
            label.anchor = TextAnchor.LowerCenter;
            var says = label.gameObject.AddComponent<ValueLabel>();
            says.PropertyName = look.Property;
            says.Unit = look.Unit;
            says.ThingId = thing.Id;
        }
    }
}
