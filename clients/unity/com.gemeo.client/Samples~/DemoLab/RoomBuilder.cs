#nullable enable
using System.Linq;
using Gemeo.Unity;
using UnityEngine;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>Floor, walls with their doors and windows, and furniture of one room.</summary>
    sealed class RoomBuilder
    {
        readonly Paint _paint;

        public RoomBuilder(Paint paint) => _paint = paint;

        public GameObject Build(RoomPlan plan, Transform lab)
        {
            var room = new GameObject(plan.Name);
            room.transform.SetParent(lab, false);
            Floor(plan, room.transform);
            if (!plan.IsOutdoor)
            {
                for (var wall = 0; wall < plan.Floor.Count; wall++) Wall(plan, wall, room.transform);
            }
            foreach (var piece in plan.Furniture) Furniture(piece, room.transform);
            return room;
        }

        void Floor(RoomPlan plan, Transform room)
        {
            // A box brings the pipeline's own material and a collider's place; its mesh is another one then.
            var floor = _paint.Box(room, "floor", Vector3.zero, Vector3.one, plan.SurfaceColor);
            floor.GetComponent<MeshFilter>().sharedMesh = FloorMesh(plan);
            Object.Destroy(floor.GetComponent<Collider>());
        }

        // From above, Unity wants corners clockwise; z turned round makes the plan's positive area just that.
        static Mesh FloorMesh(RoomPlan plan)
        {
            var mesh = new Mesh { name = plan.Name + " floor" };
            mesh.vertices = plan.Floor.Select(corner => SceneAxes.ToUnity(corner.x, 0, corner.y)).ToArray();
            mesh.triangles = Triangles.Of(plan.Floor);
            mesh.RecalculateNormals();
            mesh.RecalculateBounds();
            return mesh;
        }

        void Wall(RoomPlan plan, int wall, Transform room)
        {
            var (a, b) = (plan.Floor[wall], plan.Floor[(wall + 1) % plan.Floor.Count]);
            var along = (b - a).normalized;
            // Each room has its own half of a wall, on its side of the line.
            var inward = (Triangles.Area(plan.Floor) > 0 ? new Vector2(-along.y, along.x) : new Vector2(along.y, -along.x)) * (plan.WallThickness / 4);
            var turn = Quaternion.Euler(0, Mathf.Atan2(along.y, along.x) * Mathf.Rad2Deg, 0);
            foreach (var piece in WallPieces.Of((b - a).magnitude, plan.Height, plan.Openings.Where(o => o.Wall == wall)))
            {
                var middle = a + along * ((piece.From + piece.To) / 2) + inward;
                var position = SceneAxes.ToUnity(middle.x, (piece.Bottom + piece.Top) / 2, middle.y);
                var size = new Vector3(piece.To - piece.From, piece.Top - piece.Bottom, plan.WallThickness / 2);
                _paint.Box(room, "wall " + wall, position, size, plan.WallColor).transform.localRotation = turn;
            }
        }

        void Furniture(Piece piece, Transform room)
        {
            var place = piece.Place;
            var made = _paint.Box(room, piece.Kind, place.InUnity(place.Size.y / 2), place.Size, Colors.Of(piece.Kind));
            made.transform.localRotation = place.Turn;
        }
    }
}
