using System.Collections;
using Gemeo.UnityStubs;

namespace UnityEngine;

public partial class MonoBehaviour
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MonoBehaviour.StartCoroutine.html"/></summary>
    public Coroutine StartCoroutine(IEnumerator routine)
    {
        var started = new Coroutine();
        Step(routine);
        return started;
    }

    // Runs at once up to its first yield; then a turn of the main thread is a frame. It ends with its script's object.
    async void Step(IEnumerator routine)
    {
        try
        {
            while (this != null && gameObject.activeInHierarchy && routine.MoveNext())
            {
                do await Task.Yield();
                while (routine.Current is AsyncOperation { isDone: false });
            }
        }
        catch (Exception why) { Player.Logs.Enqueue(why); }
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Coroutine.html"/></summary>
public sealed partial class Coroutine
{
    internal Coroutine()
    {
    }
}
