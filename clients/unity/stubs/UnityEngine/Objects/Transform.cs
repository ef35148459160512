namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform.html"/></summary>
public partial class Transform : Component
{
    internal readonly List<Transform> _children = [];
    internal Transform _parent;

    internal Transform()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-localPosition.html"/></summary>
    public Vector3 localPosition { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-localRotation.html"/></summary>
    public Quaternion localRotation { get; set; } = Quaternion.identity;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-localScale.html"/></summary>
    public Vector3 localScale { get; set; } = Vector3.one;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-position.html"/></summary>
    public Vector3 position
    {
        get => _parent is null ? localPosition : _parent.TransformPoint(localPosition);
        set => localPosition = _parent is null ? value : _parent.InverseTransformPoint(value);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-rotation.html"/></summary>
    public Quaternion rotation
    {
        get => _parent is null ? localRotation : _parent.rotation * localRotation;
        set => localRotation = _parent is null ? value : Quaternion.Inverse(_parent.rotation) * value;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-forward.html"/></summary>
    public Vector3 forward => rotation * Vector3.forward;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-parent.html"/></summary>
    public Transform parent
    {
        get => _parent;
        set => SetParent(value, true);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-childCount.html"/></summary>
    public int childCount => _children.Count;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform.GetChild.html"/></summary>
    public Transform GetChild(int index) => _children[index];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform.SetParent.html"/></summary>
    public void SetParent(Transform parent, bool worldPositionStays)
    {
        Living();
        var (at, turned) = (position, rotation);
        _parent?._children.Remove(this);
        _parent = parent;
        parent?._children.Add(this);
        if (worldPositionStays) (position, rotation) = (at, turned);
        _gameObject.Follow();
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform.TransformPoint.html"/></summary>
    public Vector3 TransformPoint(Vector3 position) => this.position + rotation * Vector3.Scale(localScale, position);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform.InverseTransformPoint.html"/></summary>
    public Vector3 InverseTransformPoint(Vector3 position)
    {
        var turned = Quaternion.Inverse(rotation) * (position - this.position);
        return new Vector3(turned.x / localScale.x, turned.y / localScale.y, turned.z / localScale.z);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform.InverseTransformDirection.html"/></summary>
    public Vector3 InverseTransformDirection(Vector3 direction) => Quaternion.Inverse(rotation) * direction;
}
