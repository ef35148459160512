using System.Reflection;
using Gemeo.Unity.Editor;
using Gemeo.Unity.Tests.Samples;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Tests.Editor;

/// <summary>Drop-downs of what the server listed.</summary>
public sealed class DrawerTests
{
    [Fact]
    public async Task A_things_id_is_chosen_by_room_and_its_property_of_what_it_has_also_after_a_compile()
    {
        await using var server = await DemoServer.Silent();
        await WindowTests.Edit(async (player, window) =>
        {
            await WindowTests.Test(player, window, server.Url.ToString());
            KnownThings.Forget();
            var label = new GameObject("label").AddComponent<ValueLabel>();
            var things = Open(new ThingIdDrawer(), label, "_thing");
            Assert.Equal(13, things.Items.Count);
            things.Items.Single(i => i.Name == "laboratorio/Sensor do ambiente").Choose();
            Assert.Equal("ambiente", label.ThingId);
            var properties = Open(new AffordanceDrawer(), label, "_property");
            Assert.Equal(["temperatura", "umidade", "co2"], properties.Items.Select(i => i.Name));
            properties.Items[2].Choose();
            Assert.Equal("co2", label.PropertyName);
            Assert.True(Open(new AffordanceDrawer(), label, "_property").Items[2].On);
            Undo.PerformUndo();
            Assert.NotEqual("co2", label.PropertyName);
        });
    }

    [Fact]
    public async Task Actions_are_offered_where_an_action_belongs()
    {
        await using var server = await DemoServer.Silent();
        await WindowTests.Edit(async (player, window) =>
        {
            await WindowTests.Test(player, window, server.Url.ToString());
            var click = new GameObject("click").AddComponent<ActionOnClick>();
            click.ThingId = "lampada-bancada";
            Assert.Equal(["ligar", "desligar"], Open(new AffordanceDrawer(), click, "_onAction").Items.Select(i => i.Name));
        });
    }

    [Fact]
    public Task Without_a_list_it_is_a_plain_field() => WindowTests.Edit((_, _) =>
    {
        var click = new GameObject("click").AddComponent<ActionOnClick>();
        Drawing.Here.Type("field", "any-thing");
        var lines = Draw(new ThingIdDrawer(), click, "_thing");
        Assert.Equal(["field: any-thing"], lines);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(typeof(ThingBinding), "_thing", typeof(ThingIdAttribute))]
    [InlineData(typeof(LightBinding), "_onProperty", typeof(PropertyNameAttribute))]
    [InlineData(typeof(LightBinding), "_brightnessProperty", typeof(PropertyNameAttribute))]
    [InlineData(typeof(TransformBinding), "_property", typeof(PropertyNameAttribute))]
    [InlineData(typeof(ValueLabel), "_property", typeof(PropertyNameAttribute))]
    [InlineData(typeof(ActionOnClick), "_property", typeof(PropertyNameAttribute))]
    [InlineData(typeof(ActionOnClick), "_action", typeof(ActionNameAttribute))]
    public void The_fields_of_the_components_ask_for_it(Type component, string field, Type attribute) => Assert.NotNull(Field(component, field).GetCustomAttribute(attribute));

    static GenericMenu Open(PropertyDrawer drawer, Component of, string field)
    {
        Drawing.Here.Press("▾");
        Draw(drawer, of, field);
        return EditorState.Here.OpenedMenu;
    }

    static IReadOnlyList<string> Draw(PropertyDrawer drawer, Component of, string field)
    {
        drawer.attribute = Field(of.GetType(), field).GetCustomAttributes<PropertyAttribute>().First(a => a is ThingIdAttribute or AffordanceAttribute);
        var serialized = new SerializedObject(of);
        return Drawing.Here.Pass(() => drawer.OnGUI(new Rect(0, 0, 200, 18), serialized.FindProperty(field), new GUIContent("field")));
    }

    static FieldInfo Field(Type type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (at.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic) is { } found) return found;
        throw new MissingFieldException(type.Name, name);
    }
}
