using Gemeo.UnityStubs;
using UnityEngine;

namespace Gemeo.Unity.Tests.Samples;

static class Objects
{
    /// <summary>The one object of this name.</summary>
    public static GameObject Named(this Player player, string name) => player._objects.Single(o => o.name == name);

    public static IEnumerable<GameObject> Below(this GameObject parent) => parent.Family().Skip(1);
}
