using CsCheck;
using Gemeo.Client;
using UnityEngine;
using Pose = Gemeo.Client.Pose;

namespace Gemeo.Unity.Tests.Presence;

public sealed class SceneAxesTests
{
    static readonly Gen<Pose> _poses = Gen.Select(Gen.Double[-1000, 1000], Gen.Double[-10, 10], Gen.Double[-1000, 1000], Gen.Double[-Math.PI, Math.PI], (x, y, z, yaw) => new Pose(x, y, z, yaw));

    [Fact]
    public void There_and_back_again_a_pose_is_the_same() => _poses.Sample(pose =>
    {
        var (position, degrees) = (SceneAxes.ToUnity(pose), SceneAxes.YawToUnity(pose.Yaw));
        return Near(pose, SceneAxes.FromUnity(position, degrees)) && Near(pose, SceneAxes.FromUnity(position, SceneAxes.RotationToUnity(pose.Yaw) * Vector3.forward));
    });

    [Theory]
    [InlineData(0, 0, -1)]
    [InlineData(Math.PI / 2, 1, 0)]
    [InlineData(Math.PI, 0, 1)]
    [InlineData(-Math.PI / 2, -1, 0)]
    public void South_east_north_and_west_are_where_Unity_has_them(double yaw, float x, float z) =>
        Assert.True(SceneAxes.RotationToUnity(yaw) * Vector3.forward - new Vector3(x, 0, z) == Vector3.zero);

    [Fact]
    public void What_stands_one_metre_east_two_up_and_three_south_does_so_in_Unity() => Assert.True(SceneAxes.ToUnity(1, 2, 3) == new Vector3(1, 2, -3));

    static bool Near(Pose a, Pose b) => Math.Abs(a.X - b.X) < 1e-3 && Math.Abs(a.Y - b.Y) < 1e-3 && Math.Abs(a.Z - b.Z) < 1e-3 && Math.Abs(Math.IEEERemainder(a.Yaw - b.Yaw, 2 * Math.PI)) < 1e-3;
}
