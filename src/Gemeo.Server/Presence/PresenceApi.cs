using Gemeo.Access.Rights;
using Gemeo.Things;

namespace Gemeo.Presence;

/// <summary><c>GET /presence</c>: who is in which room now.</summary>
public static class PresenceApi
{
    public static void MapPresence(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/presence", Get).WithTags("Presence").WithSummary("Who is in which room now: {rooms: [{room, people: [{id, name}], observers}]}. Speak join, move and leave over /ws to be there.").For(Role.Viewer);

    static async Task<IResult> Get(HttpContext http, LabRooms rooms, IGrainFactory grains) =>
        TypedResults.Ok(new { rooms = await Task.WhenAll(rooms.For(Sight.Of(http)).Select(name => View(name, grains.GetGrain<IRoom>(name)))) });

    static async Task<object> View(string name, IRoom room)
    {
        var view = await room.View();
        return new { room = name, people = view.People.Select(p => new { p.Id, p.Name }), observers = view.Observers };
    }
}
