namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/AsyncOperation.html"/></summary>
public partial class AsyncOperation
{
    internal bool _done;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/AsyncOperation-completed.html"/></summary>
    public event Action<AsyncOperation> completed;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/AsyncOperation-isDone.html"/></summary>
    public bool isDone => _done;

    internal void Complete()
    {
        _done = true;
        completed?.Invoke(this);
    }
}
