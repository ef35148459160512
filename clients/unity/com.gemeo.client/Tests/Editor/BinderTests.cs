#nullable enable
using NUnit.Framework;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor.Tests
{
    public sealed class BinderTests
    {
        const string Server = "http://127.0.0.1:9";
        GameObject _object = null!;

        [SetUp]
        public void Begin() => _object = new GameObject("sphere");

        [TearDown]
        public void End()
        {
            Object.DestroyImmediate(_object);
            var connection = Object.FindAnyObjectByType<GemeoConnection>();
            if (connection != null) Object.DestroyImmediate(connection.gameObject);
        }

        [Test]
        public void A_lamp_gets_its_light_its_click_and_the_scene_a_connection()
        {
            Binder.Bind(_object, Described.Lamp, Server, "");
            var light = new SerializedObject(_object.GetComponent<LightBinding>());
            Assert.That(Text(light, "_thing"), Is.EqualTo("lamp"));
            Assert.That(Text(light, "_onProperty"), Is.EqualTo("on"));
            Assert.That(Text(light, "_brightnessProperty"), Is.EqualTo("level"));
            Assert.That(light.FindProperty("_brightnessMax")!.floatValue, Is.EqualTo(254));
            var click = new SerializedObject(_object.GetComponent<ActionOnClick>());
            Assert.That(Text(click, "_thing"), Is.EqualTo("lamp"));
            Assert.That(Text(click, "_onAction"), Is.EqualTo("start"));
            Assert.That(Text(click, "_offAction"), Is.EqualTo("stop"));
            Assert.That(Object.FindAnyObjectByType<GemeoConnection>().Address, Is.EqualTo(Server));
        }

        [Test]
        public void A_door_moves_and_a_sensor_speaks()
        {
            Binder.Bind(_object, Described.Door, Server, "");
            var door = new SerializedObject(_object.GetComponent<TransformBinding>());
            Assert.That(door.FindProperty("_moves")!.enumValueFlag, Is.EqualTo((int)MotionParts.Rotation));
            Assert.That(door.FindProperty("_toRotation")!.vector3Value.y, Is.EqualTo(90));
            Assert.That(_object.GetComponent<ActionOnClick>() == null);
            Binder.Bind(_object, Described.Sensor, Server, "");
            Assert.That(Text(new SerializedObject(_object.GetComponent<ValueLabel>()), "_unit"), Is.EqualTo("°C"));
        }

        [Test]
        public void A_car_comes_to_where_the_object_stands_and_poses_that_were_set_are_left_alone()
        {
            _object.transform.localPosition = new Vector3(3, 0, 4);
            Binder.Bind(_object, Described.Spot, Server, "");
            var moves = _object.GetComponent<TransformBinding>();
            Assert.That(new SerializedObject(moves).FindProperty("_toPosition")!.vector3Value == new Vector3(3, 0, 4));
            Assert.That(new SerializedObject(moves).FindProperty("_fromPosition")!.vector3Value == new Vector3(3, 0, -8));
            moves.SetPositions(Vector3.zero, Vector3.one);
            Binder.Bind(_object, Described.Spot, Server, "");
            Assert.That(new SerializedObject(moves).FindProperty("_toPosition")!.vector3Value == Vector3.one);
        }

        [Test]
        public void One_undo_takes_all_of_it_back()
        {
            Binder.Bind(_object, Described.Lamp, Server, "");
            Undo.PerformUndo();
            Assert.That(_object.GetComponent<ThingBinding>() == null);
            Assert.That(Object.FindAnyObjectByType<GemeoConnection>() == null);
        }

        [Test]
        public void Bound_again_an_object_keeps_its_component()
        {
            Binder.Bind(_object, Described.Lamp, Server, "");
            var first = _object.GetComponent<LightBinding>();
            Binder.Bind(_object, Described.Lamp, Server, "");
            Assert.That(_object.GetComponents(typeof(LightBinding)).Length, Is.EqualTo(1));
            Assert.That(_object.GetComponent<LightBinding>() == first);
        }

        [Test]
        public void The_key_stays_out_of_the_scene_unless_it_is_given()
        {
            Binder.Bind(_object, Described.Lamp, Server, "");
            Assert.That(Object.FindAnyObjectByType<GemeoConnection>().Key, Is.Empty);
            Undo.PerformUndo();
            Binder.Bind(_object, Described.Lamp, Server, "a-key");
            Assert.That(Object.FindAnyObjectByType<GemeoConnection>().Key, Is.EqualTo("a-key"));
        }

        static string Text(SerializedObject of, string field) => of.FindProperty(field)!.stringValue;
    }
}
