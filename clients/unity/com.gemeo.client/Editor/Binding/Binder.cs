#nullable enable
using System;
using Gemeo.Client;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>Puts on an object what shows a thing best. One undo takes all of it back.</summary>
    static class Binder
    {
        /// <param name="key">Written into the scene; empty for not.</param>
        public static void Bind(GameObject target, ThingDescription thing, string address, string key)
        {
            Undo.IncrementCurrentGroup();
            Undo.SetCurrentGroupName("Bind " + target.name + " to " + thing.Title);
            var group = Undo.GetCurrentGroup();
            Connections.Ensure(address, key);
            var look = Look.Of(thing);
            Show(target, thing, look);
            if (look.OnOff is { } toggle) Act(target, thing, toggle);
            Undo.CollapseUndoOperations(group);
        }

        public static Type ComponentOf(Look look)
        {
            switch (look.Kind)
            {
                case LookKind.Light: return typeof(LightBinding);
                case LookKind.Motion: return typeof(TransformBinding);
                case LookKind.Words: return typeof(ValueLabel);
                default: return typeof(ThingBinding);
            }
        }

        static void Show(GameObject target, ThingDescription thing, Look look)
        {
            var component = Put(target, ComponentOf(look), out var isNew);
            var fields = new Fields(component).Text("_thing", thing.Id);
            switch (look.Kind)
            {
                case LookKind.Light:
                    fields.Text("_onProperty", look.Property).Text("_brightnessProperty", look.Brightness).Number("_brightnessMax", look.BrightnessMax);
                    break;
                case LookKind.Motion:
                    fields.Text("_property", look.Property);
                    if (isNew) Poses.Set(fields, target.transform, thing.Kind);
                    break;
                case LookKind.Words:
                    fields.Text("_property", look.Property).Text("_unit", look.Unit);
                    break;
            }
            fields.Apply();
        }

        static void Act(GameObject target, ThingDescription thing, OnOff toggle) => new Fields(Put(target, typeof(ActionOnClick), out _))
            .Text("_thing", thing.Id).Text("_property", toggle.Property).Text("_onAction", toggle.On).Text("_offAction", toggle.Off).Apply();

        // Bound anew, an object keeps its component, and whatever else was set on it. A label is no lamp, though both are bindings.
        static Component Put(GameObject target, Type component, out bool isNew)
        {
            isNew = false;
            foreach (var there in target.GetComponents(component))
            {
                if (there.GetType() == component) return there;
            }
            isNew = true;
            return Undo.AddComponent(target, component);
        }
    }
}
