using System.Collections.Frozen;
using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>A W3C Thing Description 1.1, read into what the server needs at run time.</summary>
/// <param name="Id">As written in the TD; a short id such as <c>lampada-bancada</c> is allowed.</param>
/// <param name="Title">In the TD's own language.</param>
/// <param name="Device">The whole device TD, MQTT forms included (the administrator's view).</param>
/// <param name="Kind"><c>gemeo:kind</c>: lamp, ceiling-light, air-conditioner, sensor, door, radio-unit, meter, parking-spot…</param>
/// <param name="Room"><c>gemeo:room</c>.</param>
/// <param name="Availability"><c>gemeo:availability</c>: the last-will topic; null when the device has none.</param>
/// <param name="SilentAfter"><c>gemeo:silentAfter</c>: without any reading for this long, it is unavailable.</param>
public sealed record ThingDescription(
    string Id,
    string Title,
    JsonElement Device,
    string? Kind,
    string? Room,
    FrozenDictionary<string, PropertyAffordance> Properties,
    FrozenDictionary<string, ActionAffordance> Actions,
    FrozenDictionary<string, EventAffordance> Events,
    Availability? Availability,
    TimeSpan? SilentAfter);

/// <param name="Read">Form on which the device reports it; null when it never does.</param>
/// <param name="Write">Form to which a wish is published; null when read-only.</param>
/// <param name="Deadline"><c>gemeo:deadline</c> in seconds (default 5): how long to wait for the device's report.</param>
/// <param name="Reconcile"><c>gemeo:reconcile</c> (default true): after a reconnect, send again what people had asked for.</param>
/// <param name="MaxChange"><c>gemeo:maxChange</c>: by how much the number can change in a second.</param>
public sealed record PropertyAffordance(
    string Name, DataSchema Schema, Form? Read, Form? Write, TimeSpan Deadline, bool Reconcile, double? MaxChange = null);

/// <param name="Input">Null when the action takes none.</param>
/// <param name="Form">Where and how the order is published.</param>
/// <param name="Idempotent">TD <c>idempotent</c>: doing it twice is doing it once, so it may be sent again.</param>
/// <param name="Safe">TD <c>safe</c>: it changes nothing.</param>
/// <param name="AskFirst"><c>gemeo:askFirst</c>: the assistant asks before doing it.</param>
/// <param name="ConfirmedBy"><c>gemeo:confirmedBy</c>; null means nothing confirms it and it ends at <c>sent</c>.</param>
public sealed record ActionAffordance(
    string Name, DataSchema? Input, Form Form, bool Idempotent, bool Safe, bool AskFirst,
    Confirmation? ConfirmedBy, TimeSpan Deadline);

/// <param name="Data">Null when the event carries none.</param>
public sealed record EventAffordance(string Name, DataSchema? Data, Form Form);

/// <summary>Which report confirms an action: <c>{"property": "ligada", "equals": true}</c>, or, without <c>equals</c>, the action's input
/// (<c>{"property": "brilho"}</c>, or one member of it: <c>{"property": "brilho", "input": "/nivel"}</c>).</summary>
/// <param name="Property">Name of the property whose report confirms.</param>
/// <param name="Expected">The value that confirms; null when it is the action's input.</param>
/// <param name="InputPointer">JSON pointer into the input; "" for the whole.</param>
public sealed record Confirmation(string Property, JsonElement? Expected, string InputPointer);

/// <summary>How a last-will topic says who is there.</summary>
/// <param name="Form">Its topic, and a pointer when the payload is JSON (Zigbee2MQTT: <c>{"state":"online"}</c>).</param>
/// <param name="Online">Payload word for present (default <c>online</c>, case-insensitive).</param>
/// <param name="Offline">Payload word for absent (default <c>offline</c>, case-insensitive).</param>
public sealed record Availability(Form Form, string Online, string Offline);

/// <summary>How an affordance is reached over MQTT.</summary>
/// <param name="Topic"><c>mqv:topic</c> or <c>mqv:filter</c> (a filter may hold + and # when read), or the path of <c>href</c>.</param>
/// <param name="Json">True for <c>application/json</c> (and +json), false for text.</param>
/// <param name="Pointer"><c>gemeo:pointer</c>: where in a JSON payload the value is; "" for the whole.</param>
/// <param name="TimePointer"><c>gemeo:time</c>: JSON pointer (or index in delimited text) of the device's own time; null when it sends none.</param>
/// <param name="Delimiter"><c>gemeo:delimiter</c>: splits a text payload into fields; null when it is one value.</param>
/// <param name="Index"><c>gemeo:index</c>: which field is the value (0-based).</param>
/// <param name="Key"><c>gemeo:key</c>: tells whose message it is when several Things share the topic; null when all are its own.</param>
/// <param name="Words"><c>gemeo:words</c>: payload word → JSON value (compact UTF-8 JSON), e.g. Occupied → true. Also used backwards for what is sent.</param>
/// <param name="Template"><c>gemeo:template</c>: what is sent, with <c>{{value}}</c>, <c>{{value/pointer}}</c>, <c>{{id}}</c>; null sends the value itself.</param>
/// <param name="Qos"><c>mqv:qos</c>, 0–2 (default 1).</param>
/// <param name="Retain"><c>mqv:retain</c>.</param>
public sealed record Form(
    string Topic,
    bool Json,
    string Pointer = "",
    string? TimePointer = null,
    string? Delimiter = null,
    int Index = 0,
    FormKey? Key = null,
    FrozenDictionary<string, byte[]>? Words = null,
    string? Template = null,
    int Qos = 1,
    bool Retain = false);

/// <param name="Pointer">JSON pointer of the key in a JSON payload; null for delimited text.</param>
/// <param name="Index">Field of the key in delimited text.</param>
/// <param name="Value">The key's text.</param>
public sealed record FormKey(string? Pointer, int Index, string Value);
