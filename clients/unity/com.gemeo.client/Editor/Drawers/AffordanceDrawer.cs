#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using Gemeo.Client;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>A property's or an action's name, with those of the thing beside it to choose from.</summary>
    [CustomPropertyDrawer(typeof(AffordanceAttribute), true)]
    sealed class AffordanceDrawer : PropertyDrawer
    {
        public override void OnGUI(Rect position, SerializedProperty property, GUIContent label)
        {
            var thing = KnownThings.Find(property.serializedObject.FindProperty("_thing")?.stringValue ?? "");
            ChoiceField.Draw(position, property, label, thing is null ? Array.Empty<Choice>() : Choices(thing, attribute is ActionNameAttribute));
        }

        static IReadOnlyList<Choice> Choices(ThingDescription thing, bool actions) =>
            (actions ? thing.Actions : thing.Properties).Select(name => new Choice(name, name)).ToList();
    }
}
