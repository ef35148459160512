#nullable enable
using System;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>Sets what the inspector shows of a component, with undo and prefab overrides as if by hand.</summary>
    readonly struct Fields
    {
        readonly SerializedObject _of;

        public Fields(Component of) => _of = new SerializedObject(of);

        public Fields Text(string name, string? value)
        {
            Find(name).stringValue = value ?? "";
            return this;
        }

        public Fields Number(string name, double value)
        {
            Find(name).floatValue = (float)value;
            return this;
        }

        public Fields Vector(string name, Vector3 value)
        {
            Find(name).vector3Value = value;
            return this;
        }

        public Fields Flags(string name, int value)
        {
            Find(name).enumValueFlag = value;
            return this;
        }

        public void Apply() => _of.ApplyModifiedProperties();

        SerializedProperty Find(string name) => _of.FindProperty(name) ?? throw new InvalidOperationException($"{_of.targetObject.GetType().Name} has no field {name}.");
    }
}
