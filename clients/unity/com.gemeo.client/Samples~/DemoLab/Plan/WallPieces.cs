#nullable enable
using System.Collections.Generic;
using System.Linq;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>A part of a wall, metres along it and up it.</summary>
    public readonly struct WallPiece
    {
        public WallPiece(float from, float to, float bottom, float top)
        {
            From = from;
            To = to;
            Bottom = bottom;
            Top = top;
        }

        public float From { get; }

        public float To { get; }

        public float Bottom { get; }

        public float Top { get; }
    }

    /// <summary>What is left of a wall round its doors and windows.</summary>
    public static class WallPieces
    {
        const float Least = 0.001f;

        /// <param name="openings">Of this wall, none over another.</param>
        public static IEnumerable<WallPiece> Of(float length, float height, IEnumerable<Opening> openings)
        {
            var at = 0f;
            foreach (var opening in openings.OrderBy(o => o.From))
            {
                if (opening.From - at > Least) yield return new WallPiece(at, opening.From, 0, height);
                if (opening.Bottom > Least) yield return new WallPiece(opening.From, opening.To, 0, opening.Bottom);
                if (height - opening.Top > Least) yield return new WallPiece(opening.From, opening.To, opening.Top, height);
                at = opening.To;
            }
            if (length - at > Least) yield return new WallPiece(at, length, 0, height);
        }
    }
}
