#nullable enable
using NUnit.Framework;

namespace Gemeo.Unity.Editor.Tests
{
    public sealed class LookTests
    {
        [Test]
        public void A_lamp_shines_by_its_switch_and_as_brightly_as_it_says()
        {
            var look = Look.Of(Described.Lamp);
            Assert.That(look.Kind, Is.EqualTo(LookKind.Light));
            Assert.That(look.Property, Is.EqualTo("on"));
            Assert.That(look.Brightness, Is.EqualTo("level"));
            Assert.That(look.BrightnessMax, Is.EqualTo(254));
            Assert.That(look.OnOff!.On, Is.EqualTo("start"));
            Assert.That(look.OnOff.Off, Is.EqualTo("stop"));
        }

        [Test]
        public void A_door_moves_and_nobody_switches_it()
        {
            var look = Look.Of(Described.Door);
            Assert.That(look.Kind, Is.EqualTo(LookKind.Motion));
            Assert.That(look.Property, Is.EqualTo("open"));
            Assert.That(look.OnOff, Is.Null);
        }

        [Test]
        public void A_sensor_says_its_number_with_the_unit()
        {
            var look = Look.Of(Described.Sensor);
            Assert.That(look.Kind, Is.EqualTo(LookKind.Words));
            Assert.That(look.Property, Is.EqualTo("temperature"));
            Assert.That(look.Unit, Is.EqualTo("°C"));
        }

        [Test]
        public void A_property_that_may_be_written_is_a_switch_without_actions()
        {
            var toggle = Look.Of(Described.Plug).OnOff!;
            Assert.That(toggle.Property, Is.EqualTo("on"));
            Assert.That(toggle.On, Is.Null);
        }

        [Test]
        public void A_thing_without_properties_has_no_look()
        {
            Assert.That(Look.Of(Described.Bell).Kind, Is.EqualTo(LookKind.Nothing));
        }
    }
}
