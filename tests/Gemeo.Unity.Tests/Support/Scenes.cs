using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity.Tests.Support;

/// <summary>Scenes as a person would build them.</summary>
static class Scenes
{
    /// <summary>A component on an object of its own, set before it wakes.</summary>
    public static T Put<T>(Action<T>? set = null, string name = "object", Transform? below = null) where T : Component
    {
        var made = new GameObject(name);
        made.SetActive(false);
        if (below is not null) made.transform.SetParent(below, false);
        var component = made.AddComponent<T>();
        set?.Invoke(component);
        made.SetActive(true);
        return component;
    }

    public static GemeoConnection Connect(Uri server, Action<GemeoConnection>? set = null) => Put<GemeoConnection>(c =>
    {
        c.Address = server.ToString();
        set?.Invoke(c);
    }, "connection");

    /// <summary>A connection that stands, and has told how the lab is.</summary>
    public static async Task<GemeoConnection> Open(this Player player, Uri server, Action<GemeoConnection>? set = null)
    {
        var connection = Connect(server, set);
        await player.Until(() => connection.Status.State == LinkState.Open && connection.Client.IsKnown, "an open connection");
        return connection;
    }

    /// <summary>What the scene logged, which is no fault of the test's.</summary>
    public static string[] TakeLogs()
    {
        var taken = new List<string>();
        while (Player.Logs.TryDequeue(out var one)) taken.Add(one.ToString()!);
        return [.. taken];
    }
}
