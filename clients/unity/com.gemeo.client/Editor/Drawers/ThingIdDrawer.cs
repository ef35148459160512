#nullable enable
using System.Collections.Generic;
using System.Linq;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>A thing's id, with those that the server listed to choose from, by room.</summary>
    [CustomPropertyDrawer(typeof(ThingIdAttribute))]
    sealed class ThingIdDrawer : PropertyDrawer
    {
        public override void OnGUI(Rect position, SerializedProperty property, GUIContent label) =>
            ChoiceField.Draw(position, property, label, Choices());

        static IReadOnlyList<Choice> Choices() =>
            KnownThings.All.Select(t => new Choice(t.Id, (t.Room is null ? "" : t.Room + "/") + t.Title)).ToList();
    }
}
