#nullable enable
using Gemeo.Client;
using Gemeo.Unity;
using UnityEngine;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>A thing as a simple shape of its kind, with what makes it live: it shines, moves or says a value, and a click acts on it.</summary>
    sealed class ThingBuilder
    {
        readonly Paint _paint;

        public ThingBuilder(Paint paint) => _paint = paint;

        public GameObject Build(ThingDescription thing, Place place, Transform lab)
        {
            var root = new GameObject(thing.Id);
            root.transform.SetParent(lab, false);
            root.transform.localPosition = SceneAxes.ToUnity(place.Position);
            root.transform.localRotation = Quaternion.Euler(0, SceneAxes.ToUnity(place.Rotation), 0);
            var look = Look.Of(thing);
            var shape = Shape(thing, place, root.transform, look);
            if (look.Switch is { } toggle) shape.AddComponent<ActionOnClick>().Toggle(thing.Id, toggle.Property);
            return root;
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
            bulb.AddComponent<LightBinding>().Bind(thing.Id, look.Property!, look.Brightness, (float)look.BrightnessMax);
            return bulb;
        }

        // The leaf turns about its edge: an empty object stands there.
        GameObject Door(ThingDescription thing, Transform root, Look look)
        {
            var hinge = new GameObject("hinge");
            hinge.transform.SetParent(root, false);
            hinge.transform.localPosition = new Vector3(-0.5f, 0, 0);
            var leaf = _paint.Box(hinge.transform, "leaf", new Vector3(0.5f, 1.05f, 0), new Vector3(1, 2.1f, 0.05f), Colors.Of("door"));
            hinge.AddComponent<TransformBinding>().BindTurn(thing.Id, look.Property!, Vector3.zero, new Vector3(0, 95, 0), 0.8f);
            return leaf;
        }

        GameObject Spot(ThingDescription thing, Place place, Transform root, Look look)
        {
            var ground = _paint.Box(root, "ground", new Vector3(0, 0.01f, 0), new Vector3(place.Size.x, 0.02f, place.Size.z), Colors.Dark);
            var away = new Vector3(0, 0.6f, -14);
            var car = _paint.Box(root, "car", away, new Vector3(1.8f, 1.1f, 4.2f), "#3a72b8");
            car.AddComponent<TransformBinding>().Bind(thing.Id, look.Property!, away, new Vector3(0, 0.6f, 0), 1.5f);
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
            label.characterSize = 0.06f;
            label.fontSize = 48;
            label.anchor = TextAnchor.LowerCenter;
            label.gameObject.AddComponent<ValueLabel>().Bind(thing.Id, look.Property, look.Unit);
        }
    }
}
