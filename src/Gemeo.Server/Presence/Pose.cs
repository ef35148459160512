namespace Gemeo.Presence;

/// <summary>Where somebody stands and looks: metres in the scene's axes, yaw in radians.</summary>
[GenerateSerializer, Immutable]
public readonly record struct Pose([property: Id(0)] double X, [property: Id(1)] double Y, [property: Id(2)] double Z, [property: Id(3)] double Yaw)
{
    public const double Farthest = 10_000;

    /// <summary>To the millimetre and a ten-thousandth of a radian: what nobody sees is not sent round. Null when it is no place.</summary>
    public static Pose? Of(double x, double y, double z, double yaw) =>
        IsNear(x) && IsNear(y) && IsNear(z) && double.IsFinite(yaw) ? new(Math.Round(x, 3), Math.Round(y, 3), Math.Round(z, 3), Math.Round(yaw, 4)) : null;

    static bool IsNear(double metres) => Math.Abs(metres) <= Farthest;
}
