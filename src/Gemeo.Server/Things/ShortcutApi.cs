using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Labs;

namespace Gemeo.Things;

/// <summary>Plain URLs for a button in Unity: <c>POST /lab/ligar_luz</c> → <c>{"status": "Luz ligada com sucesso!"}</c>.</summary>
public static class ShortcutApi
{
    public static void MapShortcuts(this IEndpointRouteBuilder routes)
    {
        var lab = routes.MapGroup("/lab").WithTags("Shortcuts");
        lab.DisableRequestTimeout(); // a command has its own deadline
        lab.MapGet("/", List).For(Role.Viewer).WithSummary("The lab: name, language, time zone, scene and shortcuts.");
        lab.MapGet("/model", SceneFile.Get).For(Role.Viewer).WithSummary("The lab's own 3D file (scene.model), a binary glTF; with an ETag.");
        lab.MapPost("/{**path}", Run).For(Role.Operator).WithSummary("Runs the shortcut that the lab declares at this path, and answers in a sentence; ?timeout= in seconds.");
    }

    static IResult List(HttpContext http, LabHost host) => TypedResults.Ok(new
    {
        name = host.Lab.Name,
        language = host.Lab.Language,
        timeZone = host.Lab.TimeZone.Id,
        scene = SceneFile.For(Sight.Of(http), host.Lab.Scene),
        shortcuts = host.Lab.Shortcuts.Where(s => Sight.Of(http).Sees(s.Thing)).Select(s => new { s.Path, s.Thing, s.Action, s.Property }),
        faults = host.Faults,
    });

    static async Task<IResult> Run(HttpContext http, LabHost host, IGrainFactory grains, string path)
    {
        var shortcut = host.Lab.Shortcuts.FirstOrDefault(s => s.Path == "/lab/" + path);
        if (shortcut is null || !Sight.Of(http).Sees(shortcut.Thing)) return new Problem(Fault.NotFound, "no shortcut of the lab has this path");
        if (CommandApi.Read(http.Request.Query, out var asked) is { } bad) return new Problem(Fault.BadQuery, bad);
        var answer = await grains.GetGrain<IThing>(shortcut.Thing).Ask(new Order
        {
            Of = shortcut.Action is null ? CommandOf.Property : CommandOf.Action,
            Name = shortcut.Action ?? shortcut.Property!,
            Input = shortcut.Input,
            // A button waits for the end, so of an order's query only the deadline makes sense here.
            Timeout = asked.Timeout,
            By = CommandApi.By(http),
        });
        if (OrderOutcome.Fault(answer) is { } fault) return new Problem(fault, answer.Detail, new Dictionary<string, object?> { ["command"] = answer.Command });
        var texts = answer.Command!.Already && shortcut.Already.Count > 0 ? shortcut.Already : shortcut.Done;
        return TypedResults.Ok(new { status = Language.Pick(texts, Language.Of(http)) ?? "ok", command = answer.Command.Id, already = answer.Command.Already });
    }
}
