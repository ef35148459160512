#nullable enable
using Gemeo.Client;

namespace Gemeo.Unity.Editor.Tests
{
    /// <summary>Things as a server describes them.</summary>
    static class Described
    {
        public static ThingDescription Lamp => Of(@"{ 'id': 'lamp', 'title': 'Lamp', 'gemeo:kind': 'lamp', 'gemeo:room': 'lab',
            'properties': { 'on': { 'type': 'boolean' }, 'level': { 'type': 'integer', 'unit': '%', 'minimum': 0, 'maximum': 254 } },
            'actions': {
                'start': { 'gemeo:confirmedBy': { 'property': 'on', 'equals': true } },
                'stop': { 'gemeo:confirmedBy': { 'property': 'on', 'equals': false } } } }");

        public static ThingDescription Door => Of("{ 'id': 'door', 'title': 'Door', 'gemeo:kind': 'door', 'properties': { 'open': { 'type': 'boolean', 'readOnly': true } } }");

        public static ThingDescription Spot => Of("{ 'id': 'spot', 'title': 'Spot', 'gemeo:kind': 'parking-spot', 'properties': { 'taken': { 'type': 'boolean', 'readOnly': true } } }");

        public static ThingDescription Sensor => Of(@"{ 'id': 'air', 'title': 'Air', 'gemeo:kind': 'sensor',
            'properties': { 'ok': { 'type': 'boolean', 'readOnly': true }, 'temperature': { 'type': 'number', 'unit': '°C', 'readOnly': true } } }");

        public static ThingDescription Plug => Of("{ 'id': 'plug', 'title': 'Plug', 'gemeo:kind': 'plug', 'properties': { 'on': { 'type': 'boolean' } } }");

        public static ThingDescription Bell => Of("{ 'id': 'bell', 'title': 'Bell', 'events': { 'rung': {} } }");

        static ThingDescription Of(string json) => new ThingDescription(Json.Parse(json.Replace('\'', '"')));
    }
}
