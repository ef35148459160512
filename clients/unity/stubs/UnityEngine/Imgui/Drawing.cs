using System.Runtime.CompilerServices;
using UnityEngine;

namespace Gemeo.UnityStubs;

/// <summary>What immediate GUI drew in one pass, and what a person does in the next. No part of Unity: for tests.</summary>
sealed class Drawing
{
    static readonly ConditionalWeakTable<Player, Drawing> _all = new();
    readonly List<string> _lines = [];
    readonly Stack<bool> _disabled = new();
    readonly Dictionary<string, string> _typed = [];
    string _pressed;
    int _open;

    public static Drawing Here => _all.GetOrCreateValue(Player.Here);

    /// <summary>Of the last pass: labels, fields as <c>label: value</c>, buttons in brackets, in parentheses when they cannot be pressed.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>In the next pass.</summary>
    public void Press(string button) => _pressed = button;

    public void Type(string field, string value) => _typed[field] = value;

    /// <summary>One pass. What it begins it must end, as Unity's layout wants it; and what the person does must have been there to be done.</summary>
    public IReadOnlyList<string> Pass(Action draw)
    {
        _lines.Clear();
        draw();
        if (_open != 0 || _disabled.Count != 0) throw new InvalidOperationException($"{_open} groups and {_disabled.Count} disabled groups were not ended");
        if (_pressed is not null || _typed.Count > 0) throw new InvalidOperationException($"nobody drew {_pressed}{string.Join(", ", _typed.Keys)} among {string.Join(" | ", _lines)}");
        return _lines;
    }

    internal void Say(string line) => _lines.Add(line);

    internal string Field(string label, string value, bool hidden = false)
    {
        if (IsEnabled && _typed.Remove(label, out var typed)) value = typed;
        _lines.Add(label + ": " + (hidden ? new string('*', value.Length) : value));
        return value;
    }

    internal bool Pressed(string button)
    {
        _lines.Add(IsEnabled ? "[" + button + "]" : "(" + button + ")");
        if (!IsEnabled || _pressed != button) return false;
        _pressed = null;
        return true;
    }

    internal Rect Open()
    {
        _open++;
        return default;
    }

    internal void Close() => _open--;

    internal void Disable(bool disabled) => _disabled.Push(disabled);

    internal void EndDisable() => _disabled.Pop();

    bool IsEnabled => !_disabled.Contains(true);
}
