using CsCheck;
using Gemeo.Samples.DemoLab;
using Newtonsoft.Json.Linq;
using UnityEngine;

namespace Gemeo.Unity.Tests.Samples;

/// <summary>The pure parts of the lab that is built by script.</summary>
public sealed class PlanTests
{
    [Fact]
    public void What_is_left_of_a_wall_is_the_wall_less_its_openings() =>
        Openings.Sample((length, openings) =>
        {
            var pieces = WallPieces.Of(length, 3, openings).ToArray();
            Assert.All(pieces, p => Assert.True(p.To > p.From && p.Top > p.Bottom && p.From >= 0 && p.To <= length + 0.001f && p.Top <= 3));
            var area = pieces.Sum(p => (p.To - p.From) * (p.Top - p.Bottom));
            Assert.Equal(length * 3 - openings.Sum(o => (o.To - o.From) * (Math.Min(o.Top, 3) - o.Bottom)), area, 0.05);
        });

    // Holes one after another, each in a metre and a half of its own.
    static Gen<(float Length, Opening[] Openings)> Openings =>
        Gen.Select(Gen.Int[1, 5], Gen.Float[0.2f, 1.2f], Gen.Float[0.05f, 0.2f], Gen.Float[0, 1.2f], Gen.Float[0.5f, 1.7f], (many, width, margin, sill, height) =>
            (many * 1.5f, Enumerable.Range(0, many).Select(n => Opening.Read(new JObject { ["wall"] = 0, ["at"] = n * 1.5f + margin, ["width"] = width, ["sill"] = sill, ["height"] = height })).ToArray()));

    [Fact]
    public void Triangles_cover_a_floor_whatever_its_shape_and_all_face_up() =>
        Stars.Sample(corners =>
        {
            var triangles = Triangles.Of(corners);
            Assert.Equal((corners.Length - 2) * 3, triangles.Length);
            var areas = triangles.Chunk(3).Select(t => Triangles.Area([.. t.Select(n => corners[n])])).ToArray();
            Assert.All(areas, area => Assert.True(area > -1e-3f, $"{area}"));
            Assert.Equal(Math.Abs(Triangles.Area(corners)), areas.Sum(), 1e-2);
        });

    // Corners round a middle, nearer and farther, either way round: floors with notches.
    static Gen<Vector2[]> Stars =>
        Gen.Select(Gen.Float[1, 5].Array[3, 12], Gen.Bool, (radii, turned) =>
        {
            var corners = radii.Select((r, n) => new Vector2(r * MathF.Cos(2 * MathF.PI * n / radii.Length), r * MathF.Sin(2 * MathF.PI * n / radii.Length))).ToArray();
            if (turned) Array.Reverse(corners);
            return corners;
        });

    [Fact]
    public void A_room_of_a_size_only_begins_at_the_origin()
    {
        var room = Assert.Single(RoomPlan.All(JObject.Parse("""{ "rooms": { "sala": { "size": [4, 3], "doors": [{ "wall": 1, "at": 0.5 }] } } }""")));
        Assert.Equal([new(0, 0), new(4, 0), new(4, 3), new Vector2(0, 3)], room.Floor);
        Assert.Equal((1, 0.5f, 1.5f, 0f, 2.1f), (room.Openings[0].Wall, room.Openings[0].From, room.Openings[0].To, room.Openings[0].Bottom, room.Openings[0].Top));
        Assert.Empty(RoomPlan.All(null));
    }
}
