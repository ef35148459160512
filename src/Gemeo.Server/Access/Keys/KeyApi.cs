using Gemeo.Access.Audit;
using Gemeo.Access.Rights;
using Gemeo.Access.Store;
using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Access.Keys;

/// <summary>The keys of the API, for administrators: made, listed, revoked. A key's text is in one answer only.</summary>
public static class KeyApi
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/access/keys").WithTags("Access").AddEndpointFilter<StoreFilter>();
        keys.MapPost("/", Post).For(Role.Admin).WithSummary("Makes a key: {name, role, rooms?, things?, expires?} → 201 {id, key, …}; the key is shown this once.");
        keys.MapGet("/", List).For(Role.Admin).WithSummary("All keys, newest first: {items: [{id, name, role, rooms, things, created, by, expires?, ended?}]}; never their secrets.");
        keys.MapDelete("/{id}", Delete).For(Role.Admin).WithSummary("Revokes a key: 204. What is open by it is closed within seconds.");
    }

    static async Task<IResult> Post(HttpContext http, KeyRing keys, Journal journal, TimeProvider time)
    {
        var (body, fault) = await JsonBody.Read(http, required: true);
        if (fault is not null) return fault;
        if (Grant.Name(body!.Value) is not { } name) return new Problem(Fault.BadAccess, Grant.NoName);
        var (grant, wrong) = Grant.Read(body.Value, time.Now());
        if (grant is null) return new Problem(Fault.BadAccess, wrong);
        if (await keys.AddAsync(name, grant, Caller.Name(http), http.RequestAborted) is not (var key, var text)) return new Problem(Fault.BadAccess, $"at most {KeyRing.Most} keys hold at once; revoke some");
        await journal.NoteAsync(http, "key-added", new { key = key.Id, name, role = key.Role, scope = key.Scope.Length == 0 ? null : key.Scope.Split('\n') });
        return TypedResults.Json(Shown(key, time.Now(), text.ToString()), JsonStyle.Web, statusCode: StatusCodes.Status201Created);
    }

    static async Task<IResult> List(KeyRing keys, TimeProvider time, CancellationToken cancel) =>
        TypedResults.Json(new { items = (await keys.ListAsync(cancel)).Select(k => Shown(k, time.Now())) }, JsonStyle.Web);

    static async Task<IResult> Delete(HttpContext http, string id, KeyRing keys, Journal journal)
    {
        if (await keys.RevokeAsync(id, http.RequestAborted) is not { } key) return new Problem(Fault.NoAccess);
        await journal.NoteAsync(http, "key-revoked", new { key = key.Id, name = key.Name });
        return TypedResults.NoContent();
    }

    static object Shown(ApiKey key, long now, string? text = null)
    {
        var scope = Scope.Read(key.Scope);
        return new
        {
            id = key.Id,
            key = text,
            name = key.Name,
            role = key.Role,
            rooms = scope.Rooms,
            things = scope.Things,
            created = Instant.At(key.Created),
            by = key.CreatedBy,
            expires = key.Expires is { } expires ? Instant.At(expires) : (DateTimeOffset?)null,
            ended = key.Revoked is not null ? Pass.Revoked : key.Expires <= now ? Pass.Expired : null,
        };
    }
}
