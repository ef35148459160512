#nullable enable
using System.Collections.Generic;
using UnityEngine;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>Boxes and colours. One material for each colour, made from that of the project's render pipeline, so that nothing turns pink.</summary>
    sealed class Paint
    {
        readonly Dictionary<string, Material> _materials = new Dictionary<string, Material>();

        public GameObject Shape(PrimitiveType type, Transform parent, string name, Vector3 position, Vector3 size, string color)
        {
            var made = GameObject.CreatePrimitive(type);
            made.name = name;
            made.transform.SetParent(parent, false);
            made.transform.localPosition = position;
            made.transform.localScale = size;
            Color(made.GetComponent<Renderer>(), color);
            return made;
        }

        public GameObject Box(Transform parent, string name, Vector3 position, Vector3 size, string color) =>
            Shape(PrimitiveType.Cube, parent, name, position, size, color);

        public void Color(Renderer renderer, string color)
        {
            if (!_materials.TryGetValue(color, out var material))
            {
                material = new Material(renderer.sharedMaterial);
                if (ColorUtility.TryParseHtmlString(color, out var read)) material.color = read;
                _materials.Add(color, material);
            }
            renderer.sharedMaterial = material;
        }
    }
}
