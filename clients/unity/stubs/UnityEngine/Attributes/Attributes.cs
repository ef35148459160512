namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PropertyAttribute.html"/></summary>
[AttributeUsage(AttributeTargets.Field, Inherited = true)]
public abstract partial class PropertyAttribute : Attribute
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SerializeField.html"/></summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed partial class SerializeField : Attribute
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/HeaderAttribute.html"/></summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
public partial class HeaderAttribute : PropertyAttribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/HeaderAttribute-ctor.html"/></summary>
    public HeaderAttribute(string header) => _ = header;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TooltipAttribute.html"/></summary>
[AttributeUsage(AttributeTargets.Field)]
public partial class TooltipAttribute : PropertyAttribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TooltipAttribute-ctor.html"/></summary>
    public TooltipAttribute(string tooltip) => _ = tooltip;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/ColorUsageAttribute.html"/></summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed partial class ColorUsageAttribute : PropertyAttribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/ColorUsageAttribute-ctor.html"/></summary>
    public ColorUsageAttribute(bool showAlpha, bool hdr) => _ = showAlpha || hdr;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/AddComponentMenu.html"/></summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed partial class AddComponentMenu : Attribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/AddComponentMenu-ctor.html"/></summary>
    public AddComponentMenu(string menuName) => _ = menuName;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/DisallowMultipleComponent.html"/></summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed partial class DisallowMultipleComponent : Attribute
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/DefaultExecutionOrder.html"/></summary>
[AttributeUsage(AttributeTargets.Class)]
public partial class DefaultExecutionOrder : Attribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/DefaultExecutionOrder-ctor.html"/></summary>
    public DefaultExecutionOrder(int order) => this.order = order;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/DefaultExecutionOrder-order.html"/></summary>
    public int order { get; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RuntimeInitializeLoadType.html"/></summary>
public enum RuntimeInitializeLoadType
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RuntimeInitializeLoadType.SubsystemRegistration.html"/></summary>
    SubsystemRegistration = 4,
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RuntimeInitializeOnLoadMethodAttribute.html"/></summary>
[AttributeUsage(AttributeTargets.Method)]
public partial class RuntimeInitializeOnLoadMethodAttribute : Attribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RuntimeInitializeOnLoadMethodAttribute-ctor.html"/></summary>
    public RuntimeInitializeOnLoadMethodAttribute(RuntimeInitializeLoadType loadType) => this.loadType = loadType;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RuntimeInitializeOnLoadMethodAttribute-loadType.html"/></summary>
    public RuntimeInitializeLoadType loadType { get; }
}
