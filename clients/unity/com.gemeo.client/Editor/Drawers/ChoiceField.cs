#nullable enable
using System.Collections.Generic;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>What is written into the field, and how the menu names it; a slash makes a submenu.</summary>
    readonly struct Choice
    {
        public Choice(string value, string name) => (Value, Name) = (value, name);

        public string Value { get; }

        public string Name { get; }
    }

    /// <summary>A text that one may always type, taken once it is whole, with a button for what is known.</summary>
    static class ChoiceField
    {
        const float ButtonWidth = 20;

        public static void Draw(Rect position, SerializedProperty property, GUIContent label, IReadOnlyList<Choice> choices)
        {
            if (choices.Count == 0)
            {
                EditorGUI.DelayedTextField(position, property, label);
                return;
            }
            var field = new Rect(position.x, position.y, position.width - ButtonWidth - 2, position.height);
            var button = new Rect(position.xMax - ButtonWidth, position.y, ButtonWidth, position.height);
            EditorGUI.DelayedTextField(field, property, label);
            if (EditorGUI.DropdownButton(button, GUIContent.none, FocusType.Keyboard)) Menu(property, choices).DropDown(button);
        }

        // The menu is chosen from later, when the inspector has long drawn anew: it keeps the object and the path, not the property.
        static GenericMenu Menu(SerializedProperty property, IReadOnlyList<Choice> choices)
        {
            var (of, path) = (property.serializedObject.targetObjects, property.propertyPath);
            var menu = new GenericMenu();
            foreach (var choice in choices)
                menu.AddItem(new GUIContent(choice.Name), property.stringValue == choice.Value, () => Choose(of, path, choice.Value));
            return menu;
        }

        static void Choose(Object[] of, string path, string value)
        {
            var whole = new SerializedObject(of);
            whole.FindProperty(path).stringValue = value;
            whole.ApplyModifiedProperties();
        }
    }
}
