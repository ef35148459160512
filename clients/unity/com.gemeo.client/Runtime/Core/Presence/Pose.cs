#nullable enable
using System;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>Where somebody stands: metres in the scene's axes (x east, y up, z south), yaw in radians about y.</summary>
    public readonly struct Pose : IEquatable<Pose>
    {
        public Pose(double x, double y, double z, double yaw)
        {
            X = x;
            Y = y;
            Z = z;
            Yaw = yaw;
        }

        public double X { get; }

        public double Y { get; }

        public double Z { get; }

        public double Yaw { get; }

        internal JArray ToJson() => new JArray(X, Y, Z, Yaw);

        internal static Pose Read(JToken? json, int from) =>
            json is JArray { Count: var many } numbers && many >= from + 4
                ? new Pose(numbers[from].Number() ?? 0, numbers[from + 1].Number() ?? 0, numbers[from + 2].Number() ?? 0, numbers[from + 3].Number() ?? 0)
                : default;

        public bool Equals(Pose other) => X.Equals(other.X) && Y.Equals(other.Y) && Z.Equals(other.Z) && Yaw.Equals(other.Yaw);

        public override bool Equals(object? obj) => obj is Pose other && Equals(other);

        public override int GetHashCode() => (X, Y, Z, Yaw).GetHashCode();

        public static bool operator ==(Pose left, Pose right) => left.Equals(right);

        public static bool operator !=(Pose left, Pose right) => !left.Equals(right);
    }

    /// <summary>Somebody else in the same room.</summary>
    public sealed class Person
    {
        internal Person(string id, string name, Pose pose)
        {
            Id = id;
            Name = name;
            Pose = pose;
        }

        /// <summary>Tells apart two of the same name.</summary>
        public string Id { get; }

        public string Name { get; internal set; }

        /// <summary>The newest; it comes fifteen times a second at most, and is for the viewer to smooth.</summary>
        public Pose Pose { get; internal set; }
    }
}
