namespace UnityEngine.Events;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityAction.html"/></summary>
public delegate void UnityAction();

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityAction_1.html"/></summary>
public delegate void UnityAction<T0>(T0 arg0);

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEventBase.html"/></summary>
public abstract partial class UnityEventBase
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent.html"/></summary>
public partial class UnityEvent : UnityEventBase
{
    readonly List<UnityAction> _calls = [];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent-ctor.html"/></summary>
    public UnityEvent()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent.AddListener.html"/></summary>
    public void AddListener(UnityAction call) => _calls.Add(call);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent.RemoveListener.html"/></summary>
    public void RemoveListener(UnityAction call) => _calls.Remove(call);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent.Invoke.html"/></summary>
    public void Invoke()
    {
        for (var n = 0; n < _calls.Count; n++) _calls[n]();
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent_1.html"/></summary>
public partial class UnityEvent<T0> : UnityEventBase
{
    readonly List<UnityAction<T0>> _calls = [];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent_1-ctor.html"/></summary>
    public UnityEvent()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent_1.AddListener.html"/></summary>
    public void AddListener(UnityAction<T0> call) => _calls.Add(call);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent_1.RemoveListener.html"/></summary>
    public void RemoveListener(UnityAction<T0> call) => _calls.Remove(call);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Events.UnityEvent_1.Invoke.html"/></summary>
    public void Invoke(T0 arg0)
    {
        for (var n = 0; n < _calls.Count; n++) _calls[n](arg0);
    }
}
