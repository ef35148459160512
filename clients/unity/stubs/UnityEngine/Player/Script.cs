using System.Reflection;
using UnityEngine;

namespace Gemeo.UnityStubs;

// What the player knows of a script: which messages it understands, and which it has had.
sealed class Script
{
    const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    readonly MonoBehaviour _of;
    bool _awake, _on, _started;

    public Script(MonoBehaviour of)
    {
        _of = of;
        Order = of.GetType().GetCustomAttribute<DefaultExecutionOrder>()?.order ?? 0;
        Update = Message("Update");
        LateUpdate = Message("LateUpdate");
    }

    public int Order { get; }
    public MonoBehaviour Of => _of;
    public Action Update { get; }
    public Action LateUpdate { get; }

    // Active or not, enabled or not: says what follows from it.
    public void Follow()
    {
        if (!Player.Here.IsPlaying && !_awake) return;
        var active = !_of._destroyed && _of._gameObject is { activeInHierarchy: true };
        if (active && !_awake)
        {
            _awake = true;
            Say("Awake");
        }
        Become(active && _of.enabled);
    }

    public void Become(bool on)
    {
        if (_on == on) return;
        _on = on;
        Say(on ? "OnEnable" : "OnDisable");
    }

    public void Start()
    {
        if (!_on || _started) return;
        _started = true;
        Say("Start");
    }

    public bool Runs => _on && _started;

    public void End()
    {
        Become(false);
        if (_awake) Say("OnDestroy");
    }

    // A compile while playing: what Unity can serialize is kept, private fields too; all else is as it was made.
    public void Renew()
    {
        var fresh = Activator.CreateInstance(_of.GetType(), true);
        for (var type = _of.GetType(); type != typeof(MonoBehaviour); type = type.BaseType)
            foreach (var field in type.GetFields(All | BindingFlags.DeclaredOnly))
                if (!IsKept(field.FieldType)) field.SetValue(_of, field.GetValue(fresh));
    }

    static bool IsKept(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type.IsArray || typeof(UnityEngine.Object).IsAssignableFrom(type)
        || typeof(UnityEngine.Events.UnityEventBase).IsAssignableFrom(type) || (type.IsValueType && type.Namespace == "UnityEngine");

    public void Say(string message) => Player.Safely(_of, Message(message));

    public void Say(string message, bool value) =>
        Player.Safely(_of, Find(message, typeof(bool)) is { } method ? () => ((Action<bool>)method.CreateDelegate(typeof(Action<bool>), _of))(value) : null);

    Action Message(string name) => (Action)Find(name)?.CreateDelegate(typeof(Action), _of);

    MethodInfo Find(string name, params Type[] arguments)
    {
        for (var type = _of.GetType(); type is not null; type = type.BaseType)
            if (type.GetMethod(name, All | BindingFlags.DeclaredOnly, null, arguments, null) is { } found) return found;
        return null;
    }
}
