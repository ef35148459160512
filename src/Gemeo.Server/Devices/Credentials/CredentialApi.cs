using System.Text.Json;
using System.Text.RegularExpressions;
using Gemeo.Access.Rights;
using Gemeo.Access.Store;
using Gemeo.Hosting;
using Gemeo.Log;
using Gemeo.Things;
using Microsoft.Extensions.Options;

namespace Gemeo.Devices.Credentials;

/// <summary>One credential as it may be shown.</summary>
/// <param name="ClientId">The client id that it must use; empty for any.</param>
/// <param name="Missing">Of its things, those that the lab does not have (any more).</param>
public sealed record CredentialView(string User, IReadOnlyList<string> Things, string ClientId, DateTimeOffset Created, string CreatedBy, DateTimeOffset? Revoked,
    IReadOnlyList<string> Publishes, IReadOnlyList<string> Subscribes, IReadOnlyList<string> Missing);

public sealed record CredentialList(IReadOnlyList<CredentialView> Items);

/// <summary>Devices' credentials, for the administrator.</summary>
static partial class CredentialApi
{
    const int MostThings = 1000;

    public static void Map(RouteGroupBuilder devices)
    {
        devices.MapGet("/credentials", List).For(Role.Admin).WithSummary("Devices' credentials, revoked ones too: users, things, topics; never a password.");
        devices.MapPost("/credentials", Add).For(Role.Admin).WithSummary("Makes one: {user, things, clientId?} (clientId: the user's name when it is left out, \"\" for any). 201 with the password, told this once, and what to type into the device.");
        devices.MapDelete("/credentials/{user}", Revoke).For(Role.Admin).WithSummary("Revokes one: 204; its open connections end.");
    }

    static async Task<IResult> List(KnownDevices devices, ThingRegistry registry, HttpContext http) =>
        TypedResults.Ok(new CredentialList([.. (await devices.ListAsync(http.RequestAborted)).Select(row => View(row, registry))]));

    static CredentialView View(DeviceCredential row, ThingRegistry registry)
    {
        var things = row.Things.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rights = DeviceRights.Of(registry.All.Select(l => l.Thing), things.ToHashSet());
        return new(row.User, things, row.ClientId, Time(row.Created), row.CreatedBy, row.Revoked is { } gone ? Time(gone) : null,
            rights.Said, [.. rights.Heard.Order(StringComparer.Ordinal)], [.. things.Where(t => registry.Thing(t) is null)]);
    }

    static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds);

    static async Task<IResult> Add(HttpContext http, KnownDevices devices, ThingRegistry registry, DevicePlace place, IOptions<Settings> options)
    {
        var (body, fault) = await JsonBody.Read(http, required: true);
        if (fault is not null) return fault;
        var mqtt = options.Value.Mqtt;
        if (Read(body!.Value, mqtt, out var user, out var things, out var clientId) is { } wrong) return new Problem(Fault.BadInput, wrong);
        if (things.FirstOrDefault(t => registry.Thing(t) is null) is { } unknown) return new Problem(Fault.NoThing, $"things: '{unknown}' is none of this lab's");
        var first = !devices.Any;
        if (await devices.AddAsync(user, things, clientId, Caller.Person(http), http.RequestAborted) is not { } made) return new Problem(Fault.CredentialExists, "user or clientId is taken by a credential that is not revoked, or there are 10000");
        var view = View(made.Row, registry);
        var door = place.Find();
        var card = new DeviceCard(user, made.Password, clientId, door.Host, door.Port, door.Tls, door.Ca, view.Things, view.Publishes, view.Subscribes, new Dictionary<string, string>(), [.. Notes(mqtt, first, view), .. place.Notes(door)]);
        card = card with { Snippets = Snippets.Of(card, things.Select(t => registry.Thing(t)?.Availability).FirstOrDefault(a => a is not null)) };
        return TypedResults.Created($"/devices/credentials/{user}", card);
    }

    static string? Read(JsonElement body, MqttSettings mqtt, out string user, out string[] things, out string clientId)
    {
        (user, things, clientId) = ("", [], "");
        if (body.ValueKind != JsonValueKind.Object) return "expected {user, things, clientId?}";
        if (!Text(body, "user", out user) || !Name().IsMatch(user)) return "user: expected 1 to 64 letters, digits, '.', '_' or '-', beginning with a letter or digit";
        if (user is "gemeo" or "gemeo-simulator" || user == mqtt.User || mqtt.Users.ContainsKey(user)) return $"user: '{user}' is taken by the server or by Gemeo:Mqtt:Users";
        clientId = user;
        if (body.TryGetProperty("clientId", out _) && (!Text(body, "clientId", out clientId) || (clientId.Length > 0 && !Name().IsMatch(clientId)))) return "clientId: expected as user, or empty for any";
        if (clientId == mqtt.ClientId || clientId == "gemeo") return $"clientId: '{clientId}' is the server's own";
        if (!body.TryGetProperty("things", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MostThings || list.EnumerateArray().Any(t => t.ValueKind != JsonValueKind.String))
            return $"things: expected 1 to {MostThings} ids of things";
        things = [.. list.EnumerateArray().Select(t => t.GetString()!).Distinct()];
        return null;
    }

    static bool Text(JsonElement body, string name, out string text)
    {
        text = body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return body.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.String;
    }

    static IEnumerable<string> Notes(MqttSettings mqtt, bool first, CredentialView view)
    {
        yield return "The password is told this once; the server keeps its hash only.";
        if (mqtt.Broker is null && first) yield return "This is the first credential: from now on clients without a user are refused, those of this machine too.";
        if (mqtt.Broker is not null && mqtt.Files is null) yield return "The external broker knows nothing of this: set Gemeo:Mqtt:Files to have its password and ACL files written.";
        if (view.Publishes.Count == 0 && view.Subscribes.Count == 0) yield return "Its things have no MQTT forms: it may say and hear nothing.";
    }

    static async Task<IResult> Revoke(string user, KnownDevices devices, HttpContext http) =>
        await devices.RevokeAsync(user, http.RequestAborted) ? TypedResults.NoContent() : new Problem(Fault.NoCredential);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex Name();
}
