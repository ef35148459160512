using System.Reflection;
using UnityEditor;

namespace Gemeo.Unity.Tests.Samples;

public sealed class MenuTests
{
    /// <summary>The menu puts a sample into an open scene, selected, and one undo takes it out again.</summary>
    [Fact]
    public Task Each_sample_is_made_by_its_menu() => Player.Play(player =>
    {
        player.IsPlaying = false;
        var menus = typeof(Gemeo.Samples.CarPark.CarPark).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.NonPublic)).Where(m => m.IsDefined(typeof(MenuItem))).ToArray();
        Assert.Equal(3, menus.Length);
        foreach (var menu in menus)
        {
            Undo.IncrementCurrentGroup();
            menu.Invoke(null, null);
            Assert.NotNull(Selection.activeGameObject.GetComponents(menu.DeclaringType!).Single());
            Undo.PerformUndo();
            Assert.Empty(player._objects);
        }
        return Task.CompletedTask;
    });
}
