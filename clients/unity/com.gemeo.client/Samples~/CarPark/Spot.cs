#nullable enable
using Gemeo.Client;
using Gemeo.Unity;
using UnityEngine;

namespace Gemeo.Samples.CarPark
{
    /// <summary>One spot: its ground, its name, and the car that drives in when it is taken.</summary>
    static class Spot
    {
        static readonly Vector3 _size = new Vector3(2.5f, 0.02f, 5);
        static readonly Vector3 _away = new Vector3(0, 0, -12);

        public static void Build(Transform park, ThingDescription thing, Vector3 position)
        {
            var spot = new GameObject(thing.Title);
            spot.transform.SetParent(park, false);
            spot.transform.localPosition = position;
            Box(spot.transform, "ground", new Vector3(0, 0, 0), _size, new Color(0.35f, 0.37f, 0.4f));
            Name(spot.transform, thing.Title);
            Car(spot.transform, thing.Id, Look.Of(thing).Property ?? "ocupada");
        }

        static void Car(Transform spot, string thing, string taken)
        {
            var car = new GameObject("car");
            car.transform.SetParent(spot, false);
            car.transform.localPosition = _away;
            Box(car.transform, "body", new Vector3(0, 0.55f, 0), new Vector3(1.8f, 0.6f, 4.2f), new Color(0.2f, 0.45f, 0.75f));
            Box(car.transform, "cabin", new Vector3(0, 1.1f, -0.2f), new Vector3(1.5f, 0.5f, 2), new Color(0.75f, 0.85f, 0.95f));
            var drives = car.AddComponent<TransformBinding>();
            drives.SetPositions(_away, Vector3.zero);
            drives.Seconds = 1.5f;
            drives.PropertyName = taken;
            drives.ThingId = thing;
        }

        static void Name(Transform spot, string title)
        {
            var name = new GameObject("name").AddComponent<TextMesh>();
            name.transform.SetParent(spot, false);
            name.transform.localPosition = new Vector3(-1, 0.1f, -2.8f);
            name.transform.localRotation = Quaternion.Euler(90, 0, 0);
            name.characterSize = 0.12f;
            name.fontSize = 48;
            name.text = title;
        }

        static void Box(Transform on, string name, Vector3 position, Vector3 size, Color color)
        {
            var box = GameObject.CreatePrimitive(PrimitiveType.Cube);
            box.name = name;
            box.transform.SetParent(on, false);
            box.transform.localPosition = position;
            box.transform.localScale = size;
            box.GetComponent<Renderer>().material.color = color;
        }
    }
}
