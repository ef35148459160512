#nullable enable
using UnityEngine;

namespace Gemeo.Unity
{
    /// <summary>The field holds a thing's id: the inspector offers those that the server listed.</summary>
    public sealed class ThingIdAttribute : PropertyAttribute
    {
    }

    /// <summary>The field holds a name out of the Thing Description of the thing beside it (<c>_thing</c>).</summary>
    public abstract class AffordanceAttribute : PropertyAttribute
    {
    }

    /// <summary>A property's name.</summary>
    public sealed class PropertyNameAttribute : AffordanceAttribute
    {
    }

    /// <summary>An action's name.</summary>
    public sealed class ActionNameAttribute : AffordanceAttribute
    {
    }
}
