#nullable enable
using System.Collections.Generic;
using System.Linq;
using UnityEngine;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>A floor as triangles, whatever its shape: ear after ear is cut off. Corners of each go as those of the floor, by positive area.</summary>
    public static class Triangles
    {
        public static int[] Of(IReadOnlyList<Vector2> corners)
        {
            var left = Enumerable.Range(0, corners.Count).ToList();
            if (Area(corners) < 0) left.Reverse();
            var triangles = new List<int>();
            while (left.Count > 2)
            {
                // A floor that crosses itself has no ear: its first corner is cut, so that it ends.
                var ear = left.FindIndex(corner => IsEar(corners, left, left.IndexOf(corner)));
                if (ear < 0) ear = 0;
                var (before, after) = Beside(left, ear);
                triangles.AddRange(new[] { before, left[ear], after });
                left.RemoveAt(ear);
            }
            return triangles.ToArray();
        }

        /// <summary>Twice the area; negative when the corners go the other way round.</summary>
        public static float Area(IReadOnlyList<Vector2> corners)
        {
            var sum = 0f;
            for (var n = 0; n < corners.Count; n++)
            {
                var (a, b) = (corners[n], corners[(n + 1) % corners.Count]);
                sum += a.x * b.y - b.x * a.y;
            }
            return sum;
        }

        static bool IsEar(IReadOnlyList<Vector2> corners, List<int> left, int at)
        {
            var (before, after) = Beside(left, at);
            var (a, b, c) = (corners[before], corners[left[at]], corners[after]);
            return Turn(a, b, c) > 0 && !left.Any(n => n != before && n != left[at] && n != after && IsIn(corners[n], a, b, c));
        }

        static (int, int) Beside(List<int> left, int at) => (left[(at + left.Count - 1) % left.Count], left[(at + 1) % left.Count]);

        static bool IsIn(Vector2 p, Vector2 a, Vector2 b, Vector2 c) => Turn(a, b, p) >= 0 && Turn(b, c, p) >= 0 && Turn(c, a, p) >= 0;

        static float Turn(Vector2 a, Vector2 b, Vector2 c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }
}
