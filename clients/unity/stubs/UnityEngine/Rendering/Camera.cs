using Gemeo.UnityStubs;

namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Camera.html"/></summary>
public sealed partial class Camera : Behaviour
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Camera-main.html"/></summary>
    public static Camera main => Player.Here.Find<Camera>();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Camera.ScreenPointToRay.html"/></summary>
    public Ray ScreenPointToRay(Vector3 pos) => new(transform.position, transform.forward);
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Ray.html"/></summary>
public partial struct Ray
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Ray-ctor.html"/></summary>
    public Ray(Vector3 origin, Vector3 direction) => (this.origin, this.direction) = (origin, direction);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Ray-origin.html"/></summary>
    public Vector3 origin { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Ray-direction.html"/></summary>
    public Vector3 direction { get; set; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Collider.html"/></summary>
public partial class Collider : Component
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/BoxCollider.html"/></summary>
public partial class BoxCollider : Collider
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RaycastHit.html"/></summary>
public partial struct RaycastHit
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RaycastHit-collider.html"/></summary>
    public Collider collider { get; internal set; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Physics.html"/></summary>
public partial class Physics
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Physics.Raycast.html"/></summary>
    public static bool Raycast(Ray ray, out RaycastHit hitInfo)
    {
        hitInfo = new RaycastHit { collider = Player.Here.Aim };
        return hitInfo.collider != null;
    }
}
