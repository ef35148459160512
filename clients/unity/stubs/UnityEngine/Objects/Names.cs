namespace UnityEngine;

// Names that Unity has taken. Nothing here uses them: they stand here so that a name of ours which a script could not tell from one of them
// does not compile here either.

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Animation.html"/></summary>
public partial class Animation
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/AudioSource.html"/></summary>
public partial class AudioSource
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Avatar.html"/></summary>
public partial class Avatar
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Bounds.html"/></summary>
public partial class Bounds
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Cache.html"/></summary>
public partial class Cache
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Compass.html"/></summary>
public partial class Compass
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Cursor.html"/></summary>
public partial class Cursor
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Display.html"/></summary>
public partial class Display
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Event.html"/></summary>
public partial class Event
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Flare.html"/></summary>
public partial class Flare
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUI.html"/></summary>
public partial class GUI
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Gizmos.html"/></summary>
public partial class Gizmos
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Gradient.html"/></summary>
public partial class Gradient
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Graphics.html"/></summary>
public partial class Graphics
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Grid.html"/></summary>
public partial class Grid
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Handheld.html"/></summary>
public partial class Handheld
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Hash128.html"/></summary>
public partial class Hash128
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Input.html"/></summary>
public partial class Input
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Joint.html"/></summary>
public partial class Joint
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Logger.html"/></summary>
public partial class Logger
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Motion.html"/></summary>
public partial class Motion
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Ping.html"/></summary>
public partial class Ping
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Plane.html"/></summary>
public partial class Plane
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Pose.html"/></summary>
public partial class Pose
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Random.html"/></summary>
public partial class Random
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Resolution.html"/></summary>
public partial class Resolution
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Screen.html"/></summary>
public partial class Screen
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Security.html"/></summary>
public partial class Security
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Skybox.html"/></summary>
public partial class Skybox
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Social.html"/></summary>
public partial class Social
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Sprite.html"/></summary>
public partial class Sprite
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Terrain.html"/></summary>
public partial class Terrain
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Texture.html"/></summary>
public partial class Texture
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Touch.html"/></summary>
public partial class Touch
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Tree.html"/></summary>
public partial class Tree
{
}
