using System.Runtime.CompilerServices;
using UnityEditor;
using UnityEngine;

namespace Gemeo.UnityStubs;

/// <summary>What an editor remembers, one for each player. No part of Unity.</summary>
sealed class EditorState
{
    static readonly ConditionalWeakTable<Player, EditorState> _all = new();

    public static EditorState Here => _all.GetOrCreateValue(Player.Here);

    public Dictionary<string, string> Prefs { get; } = [];

    public Dictionary<string, string> Session { get; } = [];

    public InsecureHttpOption InsecureHttp { get; set; }

    public GameObject Selected { get; set; }

    /// <summary>Objects that lie in files.</summary>
    public HashSet<UnityEngine.Object> InFiles { get; } = [];

    /// <summary>What takes back what was done, the newest last.</summary>
    public List<(int Group, Action Back)> Done { get; } = [];

    public int Group { get; set; }

    public string GroupName { get; set; } = "";

    public GenericMenu OpenedMenu { get; set; }
}
