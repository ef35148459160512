using System.Reflection;

namespace UnityEditor;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedObject.html"/></summary>
public sealed partial class SerializedObject
{
    readonly Dictionary<string, SerializedProperty> _found = [];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedObject-ctor.html"/></summary>
    public SerializedObject(UnityEngine.Object obj) : this(new[] { obj })
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedObject-ctor.html"/></summary>
    public SerializedObject(UnityEngine.Object[] objs) => targetObjects = objs;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedObject-targetObject.html"/></summary>
    public UnityEngine.Object targetObject => targetObjects[0];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedObject-targetObjects.html"/></summary>
    public UnityEngine.Object[] targetObjects { get; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedObject.FindProperty.html"/></summary>
    public SerializedProperty FindProperty(string propertyPath)
    {
        if (_found.TryGetValue(propertyPath, out var known)) return known;
        var field = FieldOf(targetObject.GetType(), propertyPath);
        return field is null ? null : _found[propertyPath] = new SerializedProperty(this, field);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedObject.ApplyModifiedProperties.html"/></summary>
    public bool ApplyModifiedProperties() => _found.Values.Count(property => property.Apply()) > 0;

    // What Unity serializes: public fields, and private ones that are marked so.
    static FieldInfo FieldOf(Type type, string name)
    {
        for (; type != null; type = type.BaseType)
        {
            var field = type.GetField(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            if (field != null && (field.IsPublic || field.IsDefined(typeof(UnityEngine.SerializeField), false))) return field;
        }
        return null;
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedProperty.html"/></summary>
public sealed partial class SerializedProperty
{
    readonly FieldInfo _field;
    object _value;

    internal SerializedProperty(SerializedObject of, FieldInfo field)
    {
        serializedObject = of;
        _field = field;
        _value = field.GetValue(of.targetObject);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedProperty-serializedObject.html"/></summary>
    public SerializedObject serializedObject { get; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedProperty-propertyPath.html"/></summary>
    public string propertyPath => _field.Name;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedProperty-stringValue.html"/></summary>
    public string stringValue { get => (string)_value ?? ""; set => Set(value); }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedProperty-floatValue.html"/></summary>
    public float floatValue { get => (float)_value; set => Set(value); }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedProperty-vector3Value.html"/></summary>
    public UnityEngine.Vector3 vector3Value { get => (UnityEngine.Vector3)_value; set => Set(value); }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializedProperty-enumValueFlag.html"/></summary>
    public int enumValueFlag { get => (int)_value; set => Set(Enum.ToObject(_field.FieldType, value)); }

    void Set(object value)
    {
        if (!_field.FieldType.IsInstanceOfType(value)) throw new InvalidOperationException("type is not a supported " + value.GetType().Name + " value: " + propertyPath);
        _value = value;
    }

    internal bool Apply()
    {
        var changed = false;
        foreach (var target in serializedObject.targetObjects)
        {
            var before = _field.GetValue(target);
            if (Equals(before, _value)) continue;
            _field.SetValue(target, _value);
            Undo.Record(() => _field.SetValue(target, before));
            changed = true;
        }
        return changed;
    }
}
