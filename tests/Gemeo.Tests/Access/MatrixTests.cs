using Gemeo.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Access;

/// <summary>Every route × everybody × what is theirs and what is not. What is right stands here, apart from what the routes say of themselves.</summary>
public sealed class MatrixTests
{
    const string Everybody = "GET / GET /page/home.css GET /page/home.js GET /assets/{**file} GET /openapi.json GET /docs GET /docs/{documentName?} GET /docs/favicon.svg GET /docs/scalar.js GET /docs/scalar.aspnetcore.js "
        + "POST /access/session DELETE /access/session GET /access/setup POST /access/setup";

    const string Viewers = "GET /health/live GET /health/ready GET /.well-known/wot GET /things GET /things/{id} GET /things/{id}/properties GET /things/{id}/properties/{name} GET /things/{id}/state "
        + "GET /things/{id}/commands GET /things/{id}/history/{name} GET /things/{id}/events/{name} GET /things/{id}/properties/{name}/events GET /commands GET /commands/{id} GET /lab GET /lab/model "
        + "GET /documents GET /documents/{id} GET /documents/{id}/file GET /documents/events GET /search GET /log GET /log/range GET /ws GET /events GET /presence "
        + "POST /chat GET /conversations GET /conversations/{id} DELETE /conversations/{id} POST /mcp GET /access/me PUT /access/me/password POST /access/tickets GET /metrics";

    const string Operators = "POST /things/{id}/actions/{name} PUT /things/{id}/properties/{name} POST /lab/{**path} POST /documents PUT /documents/{id}";

    const string Admins = "POST /things PUT /things/{id} PATCH /things/{id} DELETE /things/{id} GET /devices GET /devices/unmatched GET /devices/rejected GET /devices/things/{id} DELETE /documents/{id} "
        + "GET /access/keys POST /access/keys DELETE /access/keys/{id} GET /access/accounts POST /access/accounts PUT /access/accounts/{id} DELETE /access/accounts/{id} "
        + "GET /devices/credentials POST /devices/credentials DELETE /devices/credentials/{user} GET /security";

    static readonly Dictionary<string, int> _wanted = Pairs(Everybody, 0).Concat(Pairs(Viewers, 1)).Concat(Pairs(Operators, 2)).Concat(Pairs(Admins, 3)).ToDictionary(p => p.Route, p => p.Rank);

    static IEnumerable<(string Route, int Rank)> Pairs(string routes, int rank) => routes.Split(' ').Chunk(2).Select(p => ($"{p[0]} {p[1]}", rank));

    /// <param name="Rank">0 nobody, 1 viewer, 2 operator, 3 admin.</param>
    sealed record Caller(string Name, int Rank, bool Scoped, (string, string)[] Headers);

    [Fact]
    public async Task Every_route_answers_everybody_as_it_should()
    {
        await using var server = await AccessLab.Start();
        await server.Report();
        var commands = new Dictionary<string, string>();
        foreach (var thing in (string[])[AccessLab.Own, AccessLab.Foreign])
            commands[thing] = (string)(await server.Post($"/things/{thing}/actions/ligar?wait=false")).Body!["id"]!;
        Caller[] callers =
        [
            new("nobody", 0, false, [("X-Forwarded-For", "192.0.2.7")]),
            new("viewer of room a", 1, true, [(await server.AddKey("viewer", ["a"])).Header]), new("operator of room a", 2, true, [(await server.AddKey("operator", ["a"])).Header]),
            new("viewer", 1, false, [(await server.AddKey("viewer")).Header]), new("operator", 2, false, [(await server.AddKey("operator")).Header]), new("admin", 3, false, [(await server.AddKey("admin")).Header]),
        ];
        var (wrong, cells) = (new List<string>(), 0);
        foreach (var (method, route) in Routes(server))
            foreach (var caller in callers)
                foreach (var own in (bool[])[true, false])
                {
                    cells++;
                    if (await Wrong(server, method, route, caller, own, commands) is { } what) wrong.Add(what);
                }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(cells, 700, 2000);
    }

    static IEnumerable<(string Method, string Route)> Routes(TestServer server) =>
        from route in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + route.RoutePattern.RawText!.Trim('/'));

    static async Task<string?> Wrong(TestServer server, string method, string route, Caller caller, bool own, Dictionary<string, string> commands)
    {
        if (!_wanted.TryGetValue($"{method} {route}", out var rank)) return $"{method} {route}: nobody has said who may";
        var thing = own ? AccessLab.Own : AccessLab.Foreign;
        var status = await Ask(server, method, Address(route, thing, own, commands), caller.Headers);
        var hidden = !own && caller.Scoped && (route.Contains("things/{id}", StringComparison.Ordinal) || route is "/commands/{id}" or "/lab/{**path}");
        var expected = rank == 0 ? "let in" : caller.Rank == 0 ? "401" : caller.Rank < rank ? "403" : hidden ? "404" : "let in";
        // Only for an account, which a key is not.
        if (expected == "let in" && route is "/access/me/password") expected = status == 400 ? "let in" : "403";
        var isRight = expected == "let in" ? status is not (401 or 403 or >= 500) || status is 503 or 504 : status.ToString(System.Globalization.CultureInfo.InvariantCulture) == expected;
        return isRight && !(expected == "let in" && rank > 0 && Exists(route) && status == 404) ? null : $"{method} {route} ({(own ? "own" : "foreign")}), {caller.Name}: expected {expected}, got {status}";
    }

    static bool Exists(string route) => (route.Contains("things/{id}", StringComparison.Ordinal) || route is "/commands/{id}" or "/lab/{**path}") && !route.StartsWith("/devices/things", StringComparison.Ordinal);

    static string Address(string route, string thing, bool own, Dictionary<string, string> commands)
    {
        var id = route.Contains("things/{id}", StringComparison.Ordinal) ? thing : route == "/commands/{id}" ? commands[thing] : "none";
        var name = route.Contains("/actions/", StringComparison.Ordinal) ? "ligar" : route.Contains("/things/{id}/events/", StringComparison.Ordinal) ? "aviso" : "ligada";
        return route.Replace("{id}", id, StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal).Replace("{user}", "none", StringComparison.Ordinal).Replace("{**path}", own ? "a" : "b", StringComparison.Ordinal)
            .Replace("{**file}", "none.js", StringComparison.Ordinal).Replace("/{documentName?}", "", StringComparison.Ordinal)
            + (route.Contains("/actions/", StringComparison.Ordinal) || (route.EndsWith("/properties/{name}", StringComparison.Ordinal)) ? "?wait=false" : route == "/search" ? "?q=luz" : "");
    }

    static async Task<int> Ask(TestServer server, string method, string address, (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (method == "PUT" && address.Contains("/properties/", StringComparison.Ordinal)) request.Content = System.Net.Http.Json.JsonContent.Create(true);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }

    [Fact]
    public async Task What_is_said_here_of_routes_that_are_no_more_is_taken_out()
    {
        await using var server = await AccessLab.Start();
        var real = Routes(server).Select(r => $"{r.Method} {r.Route}").ToHashSet();
        Assert.DoesNotContain(_wanted.Keys, r => !real.Contains(r) && !r.StartsWith("GET /docs", StringComparison.Ordinal));
    }
}
