#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using Gemeo.Client;
using Newtonsoft.Json.Linq;
using UnityEngine;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>A room as the lab's scene describes it: metres, x east, and z south as it comes; turned to Unity's axes by who builds.</summary>
    public sealed class RoomPlan
    {
        RoomPlan(string name, JToken json)
        {
            Name = name;
            Title = json.Text("title") ?? name;
            Floor = Corners(json);
            Height = (float)(json.Number("height") ?? 3);
            IsOutdoor = json.Flag("outdoor");
            WallThickness = (float)(json.Number("walls", "thickness") ?? 0.15);
            WallColor = json.Text("walls", "color") ?? "#f0eee8";
            SurfaceColor = json.Text("surface", "color") ?? "#b8b0a0";
            Openings = Read(json, "doors", Opening.Read).Concat(Read(json, "windows", Opening.Read)).ToList();
            Furniture = Read(json, "furniture", Piece.Read);
        }

        public string Name { get; }

        public string Title { get; }

        /// <summary>Its corners, x and z; wall i runs from corner i to the next.</summary>
        public IReadOnlyList<Vector2> Floor { get; }

        public float Height { get; }

        /// <summary>It has no walls.</summary>
        public bool IsOutdoor { get; }

        public float WallThickness { get; }

        public string WallColor { get; }

        public string SurfaceColor { get; }

        /// <summary>Doors and windows.</summary>
        public IReadOnlyList<Opening> Openings { get; }

        public IReadOnlyList<Piece> Furniture { get; }

        public static IReadOnlyList<RoomPlan> All(JToken? scene) =>
            scene.At("rooms") is JObject rooms ? rooms.Properties().Select(room => new RoomPlan(room.Name, room.Value)).ToList() : new List<RoomPlan>();

        static IReadOnlyList<Vector2> Corners(JToken json)
        {
            if (json.At("floor") is JArray corners) return corners.Select(c => new Vector2(Number(c, 0), Number(c, 1))).ToList();
            var (width, depth) = json.At("size") is { } size ? (Number(size, 0), Number(size, 1)) : (4, 4);
            return new[] { new Vector2(0, 0), new Vector2(width, 0), new Vector2(width, depth), new Vector2(0, depth) };
        }

        static IReadOnlyList<T> Read<T>(JToken json, string name, Func<JToken, T> read) =>
            json.At(name) is JArray all ? all.Select(read).ToList() : (IReadOnlyList<T>)Array.Empty<T>();

        internal static float Number(JToken of, int at) => of is JArray numbers && numbers.Count > at ? (float)numbers[at] : 0;
    }

    /// <summary>A hole in a wall: a door from the floor, a window from its sill.</summary>
    public readonly struct Opening
    {
        Opening(JToken json)
        {
            Wall = (int)json.Count("wall");
            From = (float)(json.Number("at") ?? 0);
            To = From + (float)(json.Number("width") ?? 1);
            Bottom = (float)(json.Number("sill") ?? 0);
            Top = Bottom + (float)(json.Number("height") ?? 2.1);
        }

        public int Wall { get; }

        /// <summary>Metres from the wall's first corner.</summary>
        public float From { get; }

        public float To { get; }

        public float Bottom { get; }

        public float Top { get; }

        public static Opening Read(JToken json) => new Opening(json);
    }

    /// <summary>A bench, a tree, a rack…: here a box of its size.</summary>
    public readonly struct Piece
    {
        Piece(JToken json)
        {
            Kind = json.Text("kind") ?? "";
            Place = Place.Read(json);
        }

        public string Kind { get; }

        public Place Place { get; }

        public static Piece Read(JToken json) => new Piece(json);
    }
}
