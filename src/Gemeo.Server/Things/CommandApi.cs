using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>Orders over HTTP: actions, property writes, and what became of them.</summary>
public static class CommandApi
{
    const int MostItems = 1000;

    public static void MapCommands(this IEndpointRouteBuilder routes)
    {
        // Asked for once: services of a request would cost each order a scope.
        var grains = routes.ServiceProvider.GetRequiredService<IGrainFactory>();
        var things = routes.MapGroup("/things/{id}").WithTags("Commands");
        things.DisableRequestTimeout(); // a command has its own deadline
        things.MapPost("/actions/{name}", (HttpContext http, string id, string name) => Ask(http, grains, id, name, CommandOf.Action)).ForThing(Role.Operator)
            .WithSummary("Runs an action and waits for the device's report: 200 confirmed, 202 queued or not waited for, 503 offline, 504 no answer. ?timeout= ?queue= in seconds, ?wait=false.");
        things.MapPut("/properties/{name}", (HttpContext http, string id, string name) => Ask(http, grains, id, name, CommandOf.Property)).ForThing(Role.Operator)
            .WithSummary("Writes a property, likewise.");
        things.MapGet("/commands", (string id, int? limit, ThingRegistry registry, ILogStore store) => registry.Find(id) is null ? new Problem(Fault.NoThing) : List(store, [id], limit ?? 20)).ForThing(Role.Viewer)
            .WithSummary("The newest commands of a thing, newest first: {items}; ?limit=, 20 without it.");
        routes.MapGet("/commands", (HttpContext http, int? limit, ILogStore store) => List(store, Sight.Of(http) is { IsScoped: true } sight ? sight.Things : null, limit ?? 50)).For(Role.Viewer).WithTags("Commands").WithSummary("The newest commands of all things, likewise; 50 without a limit.");
        routes.MapGet("/commands/{id}", Get).For(Role.Viewer).WithTags("Commands").WithSummary("A command as it stands.");
    }

    static async Task<IResult> Ask(HttpContext http, IGrainFactory grains, string id, string name, CommandOf of)
    {
        var (input, fault) = await JsonBody.Read(http, required: of == CommandOf.Property);
        if (fault is not null) return fault;
        if (Read(http.Request.Query, out var order) is { } bad) return new Problem(Fault.BadQuery, bad);
        return Result(await grains.Ask(id, order with { Of = of, Name = name, Input = input, By = By(http) }));
    }

    public static string By(HttpContext http) => "http:" + Caller.Name(http);

    /// <summary>What the query says of an order; what is wrong with it, or null.</summary>
    public static string? Read(IQueryCollection query, out Order order)
    {
        order = new Order { Of = default, Name = "", Wait = query.Count == 0 || query["wait"] != "false" };
        if (query.Count == 0) return null;
        foreach (var name in (string[])["timeout", "queue"])
        {
            if (query[name].ToString() is not { Length: > 0 } text) continue;
            if (!double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var seconds) || !(seconds > 0)) return $"{name}: expected seconds above 0, got '{text}'";
            order = name == "timeout" ? order with { Timeout = OrderOutcome.Seconds(seconds, OrderOutcome.LongestTimeout) } : order with { Queue = OrderOutcome.Seconds(seconds, OrderOutcome.LongestQueue) };
        }
        return null;
    }

    static IResult Result(OrderAnswer answer)
    {
        if (OrderOutcome.Fault(answer) is { } fault)
            return new Problem(fault, answer.Detail, answer.Command is { } failed ? new Dictionary<string, object?> { ["command"] = failed } : null);
        var command = answer.Command!;
        return command.Open ? TypedResults.Accepted($"/commands/{command.Id}", command) : new JsonAnswer<Command>(command);
    }

    static IResult List(ILogStore store, IReadOnlyCollection<string>? things, int limit)
    {
        if (limit is < 1 or > MostItems) return new Problem(Fault.BadQuery, $"limit: expected 1 to {MostItems}");
        return PropertyApi.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var row in Newest(store, things, limit)) json.WriteRawValue(row.Document, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    static IEnumerable<CommandRow> Newest(ILogStore store, IReadOnlyCollection<string>? things, int limit) => things switch
    {
        null => store.Commands(null, limit),
        { Count: 1 } => store.Commands(things.First(), limit),
        _ => things.SelectMany(t => store.Commands(t, limit)).OrderByDescending(c => Command.Read(c.Document).Created).Take(limit),
    };

    static IResult Get(HttpContext http, string id, ILogStore store) =>
        store.FindCommand(id) is { } row && Sight.Of(http).Sees(row.Thing) ? TypedResults.Bytes(row.Document, "application/json") : new Problem(Fault.NoCommand);
}
