using System.Collections.Immutable;
using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>A lab as its folder declares it: valid, expanded, ready to run. Nothing in it changes; a reload makes a new one.</summary>
/// <param name="Folder">Full path of the folder that holds <c>lab.json</c>.</param>
/// <param name="Name">Name by language tag; the key "" holds a name given without one.</param>
/// <param name="Language">Default language of titles and answers, a BCP 47 tag such as <c>pt-BR</c>.</param>
/// <param name="TimeZone">Where "yesterday" is reckoned.</param>
/// <param name="Things">Every Thing, those made from models included.</param>
/// <param name="Shortcuts">Plain URLs for a button: <c>POST /lab/ligar_luz</c>.</param>
/// <param name="Scene">The 3D world's section, as written.</param>
public sealed record Lab(
    string Folder,
    ImmutableDictionary<string, string> Name,
    string Language,
    TimeZoneInfo TimeZone,
    ImmutableArray<ThingDescription> Things,
    ImmutableArray<Shortcut> Shortcuts,
    JsonElement Scene);

/// <summary>A plain URL that runs one action (or writes one property) and answers <c>{"status": "…"}</c>.</summary>
/// <param name="Path">The whole path, <c>/lab/ligar_luz</c>.</param>
/// <param name="Thing">Thing id.</param>
/// <param name="Action">Action name; null when <paramref name="Property"/> is written.</param>
/// <param name="Property">Property name; null when <paramref name="Action"/> runs.</param>
/// <param name="Input">JSON input of the action or value of the property; null for none.</param>
/// <param name="Done">What to answer, by language ("" for any), once confirmed.</param>
/// <param name="Already">What to answer when nothing had to be sent; empty means <paramref name="Done"/>.</param>
public sealed record Shortcut(
    string Path,
    string Thing,
    string? Action,
    string? Property,
    JsonElement? Input,
    ImmutableDictionary<string, string> Done,
    ImmutableDictionary<string, string> Already);

/// <summary>One fault in a lab: which file, where in it (JSON pointer, line and column), and what was expected.</summary>
/// <param name="File">Relative to the lab's folder, <c>lab.json</c> or <c>things/plug.td.json</c>.</param>
/// <param name="Pointer">RFC 6901 JSON pointer; "" for the whole file.</param>
/// <param name="Expected">An English sentence.</param>
/// <param name="Line">From 1; null when the text is not at hand (a TD that came over HTTP).</param>
/// <param name="Column">From 1, in UTF-16 units as editors count.</param>
public sealed record LabFault(string File, string Pointer, string Expected, int? Line = null, int? Column = null)
{
    public override string ToString() =>
        $"{File}{(Line is null ? "" : $":{Line}:{Column}")} {(Pointer.Length == 0 ? "/" : Pointer)}: {Expected}";
}

/// <summary>A lab that cannot run, with every fault found.</summary>
public sealed class LabException(ImmutableArray<LabFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public ImmutableArray<LabFault> Faults { get; } = faults;
}
