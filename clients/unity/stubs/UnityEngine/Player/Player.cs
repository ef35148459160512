using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using UnityEngine;

namespace Gemeo.UnityStubs;

/// <summary>
/// Ours, not Unity's: plays scripts without Unity. One thread is the main thread, with up to a thousand frames a second; whoever
/// touches an object from another one gets the exception that Unity throws. One player plays at a time.
/// </summary>
public sealed partial class Player
{
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    static Player _now;

    internal readonly List<GameObject> _objects = [];
    internal readonly List<Fetching> _fetching = [];
    readonly List<Script> _scripts = [];
    readonly List<UnityEngine.Object> _doomed = [];
    readonly MainThread _main = new();
    readonly Thread _thread = Thread.CurrentThread;
    readonly long _began = Stopwatch.GetTimestamp();

    Player()
    {
    }

    /// <summary>What was logged and nobody has taken out yet: exceptions and messages. A scene that leaves one has failed.</summary>
    public static ConcurrentQueue<object> Logs { get; } = new();

    /// <summary>The collider at which the pointer points.</summary>
    public Collider Aim { get; set; }

    /// <summary>As the player's setting "Allow downloads over HTTP".</summary>
    public bool ForbidsHttp { get; set; }

    internal float DeltaTime { get; private set; }
    internal int FrameCount { get; private set; }
    internal double Seconds { get; private set; }

    /// <summary>False in the editor before Play is pressed: scripts are there, and are told nothing.</summary>
    public bool IsPlaying { get; set; } = true;

    internal static Player Here => _now is { } player && player._thread == Thread.CurrentThread ? player : throw new UnityException("This can only be called from the main thread.");

    /// <summary>Plays a scene on a thread of its own, until it ends; then everything is destroyed.</summary>
    public static Task Play(Func<Player, Task> scene)
    {
        var over = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                new Player().Run(scene);
                over.SetResult(true);
            }
            catch (Exception why) { over.SetException(why); }
        })
        { IsBackground = true, Name = "Unity's main thread" }.Start();
        return over.Task;
    }

    void Run(Func<Player, Task> scene)
    {
        (_now, IsPlaying) = (this, true);
        Logs.Clear();
        SynchronizationContext.SetSynchronizationContext(_main);
        Register();
        try
        {
            var played = scene(this);
            while (!played.IsCompleted)
            {
                _main.Run();
                Frame();
                Thread.Sleep(1);
            }
            Quit();
            played.GetAwaiter().GetResult();
            if (Logs.TryDequeue(out var left)) throw new InvalidOperationException($"The scene logged: {left}");
        }
        finally { _now = null; }
    }

    // Static fields outlive a scene when domain reload is off; scripts are told.
    static void Register()
    {
        var ours = AppDomain.CurrentDomain.GetAssemblies().Where(a => Array.Exists(a.GetReferencedAssemblies(), r => r.Name == "UnityEngine"));
        foreach (var method in ours.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)))
            if (method.GetCustomAttribute<RuntimeInitializeOnLoadMethodAttribute>() is not null) method.Invoke(null, null);
    }

    void Quit()
    {
        foreach (var one in _objects.Where(o => o._transform._parent is null).ToArray()) End(one);
        _main.Run();
        IsPlaying = false;
    }

    /// <summary>One frame, at once.</summary>
    public void Frame()
    {
        var now = (Stopwatch.GetTimestamp() - _began) / (double)Stopwatch.Frequency;
        (DeltaTime, Seconds) = ((float)(now - Seconds), now);
        FrameCount++;
        for (var n = 0; n < _scripts.Count; n++) _scripts[n].Start();
        for (var n = _fetching.Count - 1; n >= 0; n--)
            if (!_fetching[n].Pump()) _fetching.RemoveAt(n);
        for (var n = 0; n < _scripts.Count; n++)
            if (_scripts[n].Runs) Safely(_scripts[n].Of, _scripts[n].Update);
        for (var n = 0; n < _scripts.Count; n++)
            if (_scripts[n].Runs) Safely(_scripts[n].Of, _scripts[n].LateUpdate);
        while (_doomed.Count > 0) End(_doomed[0]);
    }

    /// <summary>Frame after frame until it is so.</summary>
    public async Task Until(Func<bool> look, string what)
    {
        for (var began = Stopwatch.StartNew(); !look(); await Task.Yield())
            if (began.Elapsed > _patience) throw new TimeoutException($"waited {_patience.TotalSeconds} s for {what}; logged: {string.Join("; ", Logs)}");
    }

    /// <summary>So many frames.</summary>
    public async Task Frames(int many)
    {
        for (var last = FrameCount + many; FrameCount < last;) await Task.Yield();
    }

    /// <summary>In the editor: from now on the scene plays, and its scripts are told of all that they missed.</summary>
    public void PressPlay()
    {
        IsPlaying = true;
        foreach (var script in _scripts.ToArray()) script.Follow();
    }

    /// <summary>The player is put into the background, or comes back.</summary>
    public void Pause(bool paused) => Tell("OnApplicationPause", paused);

    /// <summary>The window is in front, or no longer.</summary>
    public void Focus(bool focus) => Tell("OnApplicationFocus", focus);

    /// <summary>Scripts were compiled while playing: what is not serialized is lost, tasks too.</summary>
    public void ReloadDomain()
    {
        var on = _scripts.Where(s => s.Of.isActiveAndEnabled).ToArray();
        foreach (var script in on) script.Become(false);
        _main.Forget();
        _fetching.Clear();
        foreach (var script in _scripts) script.Renew();
        Register();
        foreach (var script in on) script.Become(true);
    }

    /// <summary>The first component of this kind on an active object; null without one.</summary>
    public T Find<T>() where T : Component => _objects.Where(o => o.activeInHierarchy).SelectMany(o => o._components).OfType<T>().FirstOrDefault();

    internal void Begin(Component made)
    {
        if (made is not MonoBehaviour script) return;
        var at = _scripts.FindIndex(s => s.Order > script._script.Order);
        _scripts.Insert(at < 0 ? _scripts.Count : at, script._script);
        script._script.Follow();
    }

    internal void Doom(UnityEngine.Object one)
    {
        if (one != null && !_doomed.Contains(one)) _doomed.Add(one);
    }

    internal void End(UnityEngine.Object one)
    {
        _doomed.Remove(one);
        if (one is GameObject whole) EndWhole(whole);
        else if (one is Component part) EndPart(part);
    }

    void EndWhole(GameObject whole)
    {
        foreach (var child in whole._transform._children.ToArray()) EndWhole(child._gameObject);
        foreach (var part in whole._components.AsEnumerable().Reverse().ToArray()) EndPart(part);
        whole._transform._parent?._children.Remove(whole._transform);
        _objects.Remove(whole);
        whole._destroyed = true;
    }

    void EndPart(Component part)
    {
        if (part is MonoBehaviour script)
        {
            script._script.End();
            _scripts.Remove(script._script);
        }
        part._gameObject._components.Remove(part);
        part._destroyed = true;
    }

    internal static void Safely(MonoBehaviour of, Action call)
    {
        if (call is null) return;
        try { call(); }
        catch (Exception why) { Logs.Enqueue(new InvalidOperationException($"{of.GetType().Name}: {why.Message}", why)); }
    }

    void Tell(string message, bool value)
    {
        foreach (var script in _scripts.ToArray()) script.Say(message, value);
    }
}
