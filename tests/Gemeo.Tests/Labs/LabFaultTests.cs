using Gemeo.Labs;
using Xunit;

namespace Gemeo.Tests.Labs;

/// <summary>One spoilt spot each; the fault names the spot and what was expected there.</summary>
public sealed class LabFaultTests
{
    const string Lamp = "/things/0";
    const string On = Lamp + "/properties/on";
    const string Level = Lamp + "/properties/level";
    const string LevelForm = Level + "/forms/0";
    const string Switch = Lamp + "/actions/switch";
    const string Model = "/models/0/model";
    const string SpotForm = Model + "/properties/taken/forms/0";

    [Fact]
    public void The_small_lab_has_no_fault()
    {
        using var folder = new LabFolder(SmallLab.Json);
        Assert.Empty(folder.Faults());
    }

    [Theory]
    // The lab's own words.
    [InlineData("/name", null, "", "\"name\"")]
    [InlineData("/name", "7", "/name", "by language tag")]
    [InlineData("/name", "{\"pt\": \"x\", \"PT\": \"y\"}", "/name/PT", "each language once")]
    [InlineData("/name", "{\"portugues!\": \"x\"}", "/name/portugues!", "language tag")]
    [InlineData("/language", "\"klingon\"", "/language", "known language tag")]
    [InlineData("/language", "\"p t\"", "/language", "language tag")]
    [InlineData("/timeZone", "\"America/São Paulo\"", "/timeZone", "Did you mean \"America/Sao_Paulo\"")]
    [InlineData("/timeZone", "\"E. South America Standard Time\"", "/timeZone", "IANA")]
    [InlineData("/timeZone", "\"../../etc/passwd\"", "/timeZone", "IANA")]
    [InlineData("/shortcut", "[]", "/shortcut", "Did you mean \"shortcuts\"")]
    [InlineData("/things", "{}", "/things", "an array")]
    [InlineData("/things/0", "3", Lamp, "a Thing Description")]
    // What TD 1.1 asks of every Thing; lent members are told where they stand.
    [InlineData("/@context", null, Lamp, "\"@context\"")]
    [InlineData("/@context", "\"https://www.w3.org/2019/wot/td/v1\"", "/@context", "td/v1.1")]
    [InlineData("/security", null, Lamp, "\"security\"")]
    [InlineData("/security", "\"nome\"", "/security", "Did you mean \"none\"")]
    [InlineData("/security", "[]", "/security", "not empty")]
    [InlineData("/securityDefinitions", null, Lamp, "\"securityDefinitions\"")]
    [InlineData("/securityDefinitions/none/scheme", "\"nosek\"", "/securityDefinitions/none/scheme", "Did you mean \"nosec\"")]
    [InlineData("/securityDefinitions/none/in", "\"pocket\"", "/securityDefinitions/none/in", "header")]
    [InlineData("/base", "\"not a uri\"", "/base", "absolute URI")]
    [InlineData(Lamp + "/title", null, Lamp, "\"title\"")]
    [InlineData(Lamp + "/title", "\"\"", Lamp + "/title", "not empty")]
    [InlineData(Lamp + "/titles", "{\"pt\": 3}", Lamp + "/titles/pt", "a string")]
    [InlineData(Lamp + "/id", null, Lamp, "\"id\"")]
    [InlineData(Lamp + "/id", "\"my lamp\"", Lamp + "/id", "without blanks")]
    [InlineData(Lamp + "/id", "\"..\"", Lamp + "/id", "another id")]
    [InlineData(Lamp + "/id", "\"gemeo\"", Lamp + "/id", "another id")]
    [InlineData(Lamp + "/id", "\"spot-2\"", Model + "/id", "also lab.json /things/0")]
    [InlineData(Lamp + "/version", "{}", Lamp + "/version", "\"instance\"")]
    [InlineData(Lamp + "/links", "[{}]", Lamp + "/links/0", "\"href\"")]
    [InlineData(Lamp + "/forms", "[{\"href\": \"x\"}]", Lamp + "/forms/0", "\"op\"")]
    [InlineData(Lamp + "/forms", "[{\"href\": \"x\", \"op\": \"readproperty\"}]", Lamp + "/forms/0/op", "readallproperties")]
    [InlineData(On + "/forms", null, On, "\"forms\"")]
    [InlineData(On + "/forms", "[]", On + "/forms", "at least one form")]
    [InlineData(On + "/forms/0/href", null, On + "/forms/0", "\"href\"")]
    [InlineData(On + "/forms/0/op", "\"readproprety\"", On + "/forms/0/op", "Did you mean \"readproperty\"")]
    [InlineData(Switch + "/forms/0/op", "\"writeproperty\"", Switch + "/forms/0/op", "invokeaction")]
    [InlineData(Switch + "/forms/0/op", "\"queryaction\"", Switch + "/forms/0/gemeo:template", "a form that sends")]
    [InlineData(Switch + "/forms/0", "{\"href\": \"lamp/q\", \"op\": \"queryaction\"}", Switch + "/forms", "\"invokeaction\"")]
    [InlineData(Lamp + "/events/broken/forms/0/op", "\"invokeaction\"", Lamp + "/events/broken/forms/0/op", "subscribeevent")]
    [InlineData(Lamp + "/events/broken/forms/0", "{\"href\": \"https://broker/x\"}", Lamp + "/events/broken/forms", "subscribeevent")]
    // Data schemas.
    [InlineData(Level + "/type", "\"int\"", Level + "/type", "one of boolean")]
    [InlineData(Level + "/maximum", "-1", Level + "/maximum", "or more")]
    [InlineData(Level + "/minimum", "\"0\"", Level + "/minimum", "a number")]
    [InlineData(Level + "/multipleOf", "0", Level + "/multipleOf", "a number")]
    [InlineData(Level + "/enum", "[]", Level + "/enum", "at least one")]
    [InlineData(Level + "/pattern", "\"(\"", Level + "/pattern", "regular expression")]
    [InlineData(Level + "/pattern", "\"(a)\\\\1\"", Level + "/pattern", "back-references")]
    [InlineData(Level + "/writeOnly", "true", Level, "not both")]
    [InlineData(Level + "/items", "3", Level + "/items", "data schema")]
    [InlineData(Level + "/required", "[1]", Level + "/required/0", "a string")]
    // Words of ours.
    [InlineData(Lamp + "/gemeo:kin", "\"lamp\"", Lamp + "/gemeo:kin", "Did you mean \"gemeo:kind\"")]
    [InlineData(Lamp + "/gemeo:pointer", "\"/a\"", Lamp + "/gemeo:pointer", "only in a form")]
    [InlineData(LevelForm + "/gemeo:poiner", "\"/a\"", LevelForm + "/gemeo:poiner", "Did you mean \"gemeo:pointer\"")]
    [InlineData(LevelForm + "/mqv:topick", "\"a\"", LevelForm + "/mqv:topick", "Did you mean \"mqv:topic\"")]
    [InlineData(Lamp + "/gemeo:silentAfter", "0", Lamp + "/gemeo:silentAfter", "from 0.1")]
    [InlineData(On + "/gemeo:deadline", "3601", On + "/gemeo:deadline", "from 0.1 to 3600")]
    [InlineData(On + "/gemeo:reconcile", "\"yes\"", On + "/gemeo:reconcile", "true or false")]
    [InlineData(Lamp + "/gemeo:availability", "{}", Lamp + "/gemeo:availability", "\"mqv:topic\"")]
    [InlineData(Lamp + "/gemeo:availability/onlin", "\"x\"", Lamp + "/gemeo:availability/onlin", "Did you mean \"online\"")]
    [InlineData(Lamp + "/gemeo:availability/offline", "\"ONLINE\"", Lamp + "/gemeo:availability", "two different words")]
    [InlineData(Lamp + "/gemeo:availability/mqv:topic", "\"a/#/b\"", Lamp + "/gemeo:availability/mqv:topic", "# alone")]
    // Topics.
    [InlineData(LevelForm + "/mqv:filter", "\"a/b+\"", LevelForm + "/mqv:filter", "+ alone")]
    [InlineData(LevelForm + "/mqv:filter", "\"\"", LevelForm + "/mqv:filter", "not empty")]
    [InlineData(LevelForm + "/mqv:filter", "\"$share/g/a\"", LevelForm + "/mqv:filter", "order of readings")]
    [InlineData(LevelForm + "/mqv:filter", "\"a/{{n}}\"", LevelForm + "/mqv:filter", "without placeholders")]
    [InlineData(On + "/forms/1/mqv:topic", "\"lamp/+/set\"", On + "/forms/1/mqv:topic", "without + or #")]
    [InlineData(On + "/forms/1/mqv:topic", "\"$SYS/x\"", On + "/forms/1/mqv:topic", "begin with $")]
    [InlineData(On + "/forms/1/href", "\"a?b\"", On + "/forms/1/href", "without ? and #")]
    [InlineData(On + "/forms/1/mqv:qos", "\"3\"", On + "/forms/1/mqv:qos", "0, 1 or 2")]
    [InlineData(On + "/forms/1/mqv:controlPacket", "\"subscribe\"", On + "/forms/1/mqv:controlPacket", "fits the operation")]
    [InlineData("/base", null, On + "/forms/0", "mqv:topic")]
    // Payloads.
    [InlineData(LevelForm + "/gemeo:pointer", "\"a\"", LevelForm + "/gemeo:pointer", "JSON pointer")]
    [InlineData(LevelForm + "/gemeo:pointer", "\"/a~2\"", LevelForm + "/gemeo:pointer", "JSON pointer")]
    [InlineData(LevelForm + "/gemeo:pointer", "\"/id\"", LevelForm + "/gemeo:key", "elsewhere")]
    [InlineData(LevelForm + "/gemeo:time", "\"at\"", LevelForm + "/gemeo:time", "JSON pointer")]
    [InlineData(LevelForm + "/gemeo:delimiter", "\",\"", LevelForm + "/gemeo:delimiter", "text/plain")]
    [InlineData(LevelForm + "/gemeo:index", "1", LevelForm + "/gemeo:index", "\"gemeo:delimiter\"")]
    [InlineData(LevelForm + "/contentType", "\"image/png\"", LevelForm + "/contentType", "application/json")]
    [InlineData(LevelForm + "/contentType", "\"text/plain\"", LevelForm + "/gemeo:pointer", "JSON contentType")]
    [InlineData(LevelForm + "/gemeo:key", "{\"equals\": \"x\"}", LevelForm + "/gemeo:key", "either \"index\"")]
    [InlineData(LevelForm + "/gemeo:key", "{\"pointer\": \"/id\"}", LevelForm + "/gemeo:key", "\"equals\"")]
    [InlineData(LevelForm + "/gemeo:key", "{\"index\": 0, \"equals\": \"x\"}", LevelForm + "/gemeo:key/index", "\"gemeo:delimiter\"")]
    [InlineData(LevelForm + "/gemeo:template", "\"x\"", LevelForm + "/gemeo:template", "a form that sends")]
    [InlineData(On + "/forms/0/gemeo:words", "{\"ON\": \"yes\"}", On + "/forms/0/gemeo:words/ON", "type boolean")]
    [InlineData(On + "/forms/0/gemeo:words", "{}", On + "/forms/0/gemeo:words", "at least one word")]
    [InlineData(On + "/forms/1/gemeo:words", "{\"A\": true, \"B\": true}", On + "/forms/1/gemeo:words/B", "one word for each value")]
    [InlineData(On + "/forms/1/gemeo:time", "\"/t\"", On + "/forms/1/gemeo:time", "something is read")]
    [InlineData(On + "/forms/1/op", "\"readproperty\"", On + "/forms/1", "one MQTT form")]
    [InlineData(Level + "/forms/0/op", "\"writeproperty\"", Level + "/forms/0/op", "readOnly")]
    [InlineData(SpotForm + "/gemeo:index", "0", SpotForm + "/gemeo:key", "elsewhere")]
    [InlineData(SpotForm + "/gemeo:delimiter", "\"\"", SpotForm + "/gemeo:delimiter", "not empty")]
    [InlineData(SpotForm + "/gemeo:time", "\"x\"", SpotForm + "/gemeo:time", "number of a field")]
    [InlineData(Switch + "/forms/0/gemeo:template", "\"{{valu}}\"", Switch + "/forms/0/gemeo:template", "{{value}}")]
    [InlineData(Switch + "/forms/0/gemeo:template", "\"{ON}\"", Switch + "/forms/0/gemeo:template", "is JSON")]
    [InlineData(Switch + "/input", null, Switch + "/forms/0/gemeo:template", "\"input\"")]
    // Confirmations.
    [InlineData(Switch + "/gemeo:confirmedBy/property", "\"onn\"", Switch + "/gemeo:confirmedBy/property", "Did you mean \"on\"")]
    [InlineData(Switch + "/gemeo:confirmedBy/equals", "\"ON\"", Switch + "/gemeo:confirmedBy/equals", "type boolean")]
    [InlineData(Switch + "/gemeo:confirmedBy/input", "\"/x\"", Switch + "/gemeo:confirmedBy/input", "not both")]
    [InlineData(Switch + "/gemeo:confirmedBy/equal", "true", Switch + "/gemeo:confirmedBy/equal", "\"equals\"")]
    [InlineData(Switch + "/gemeo:confirmedBy", "{\"property\": \"on\", \"input\": \"x\"}", Switch + "/gemeo:confirmedBy/input", "JSON pointer")]
    // Models.
    [InlineData("/models/0/for", null, "/models/0", "\"for\"")]
    [InlineData("/models/0/for", "{\"n\": \"2..1\"}", "/models/0/for/n", "1..10")]
    [InlineData("/models/0/for", "{\"n\": []}", "/models/0/for/n", "at least one value")]
    [InlineData("/models/0/for", "{\"n\": \"1..1000\", \"m\": \"1..1000\"}", "/models/0/for", "at most")]
    [InlineData("/models/0/for", "{\"id\": \"1..2\"}", "/models/0/for/id", "gemeo:template's own")]
    [InlineData("/models/0/for", "[{\"n\": 1}, {\"m\": 1}]", "/models/0/for/1", "the same names")]
    [InlineData("/models/0/for", "[{\"n\": {}}]", "/models/0/for/0/n", "a string, a number")]
    [InlineData("/models/0/for", "[{}]", "/models/0/for/0", "at least one placeholder")]
    [InlineData("/models/0/model/@type", null, Model, "tm:ThingModel")]
    [InlineData("/models/0/model/title", "\"{{m}}\"", Model + "/title", "out of \"for\"")]
    [InlineData("/models/0/model/title", "\"{{id}}\"", Model + "/title", "out of \"for\"")]
    [InlineData("/models/0/model/id", "\"spot\"", Model + "/id", "also lab.json /models/0/model")]
    [InlineData("/models/0/model/properties/taken/tm:ref", "\"x\"", Model + "/properties/taken/tm:ref", "not followed")]
    [InlineData("/models/0/model/links", "[{\"rel\": \"tm:extends\", \"href\": \"x\"}]", Model + "/links/0/rel", "not followed")]
    [InlineData("/models/0/modell", "{}", "/models/0/modell", "Did you mean \"model\"")]
    // Shortcuts.
    [InlineData("/shortcuts/0/path", "\"/on\"", "/shortcuts/0/path", "begins with /lab/")]
    [InlineData("/shortcuts/0/path", "\"/lab/a b\"", "/shortcuts/0/path", "begins with /lab/")]
    [InlineData("/shortcuts/1/path", "\"/lab/ON\"", "/shortcuts/1/path", "already taken")]
    [InlineData("/shortcuts/0/thing", "\"lam\"", "/shortcuts/0/thing", "Did you mean \"lamp\"")]
    [InlineData("/shortcuts/0/action", "\"swich\"", "/shortcuts/0/action", "Did you mean \"switch\"")]
    [InlineData("/shortcuts/1/property", "\"level\"", "/shortcuts/1/property", "read-only")]
    [InlineData("/shortcuts/1/property", "\"onn\"", "/shortcuts/1/property", "Did you mean \"on\"")]
    [InlineData("/shortcuts/0/property", "\"on\"", "/shortcuts/0", "either \"action\" or \"property\"")]
    [InlineData("/shortcuts/0/input", "3", "/shortcuts/0/input", "type boolean")]
    [InlineData("/shortcuts/1/input", null, "/shortcuts/1", "\"input\"")]
    [InlineData("/shortcuts/0/says/don", "\"x\"", "/shortcuts/0/says/don", "\"done\"")]
    [InlineData("/shortcuts/0/say", "{}", "/shortcuts/0/say", "Did you mean \"says\"")]
    // The scene.
    [InlineData("/scene/things/lampp", "{}", "/scene/things/lampp", "Did you mean \"lamp\"")]
    [InlineData("/scene/things/lamp/room", "\"salla\"", "/scene/things/lamp/room", "Did you mean \"sala\"")]
    [InlineData("/scene/things/lamp/position", "[1, 2]", "/scene/things/lamp/position", "3 numbers")]
    [InlineData("/scene/things/lamp/rotation", "\"north\"", "/scene/things/lamp/rotation", "degrees")]
    [InlineData("/scene/spawn", "{\"room\": \"salla\"}", "/scene/spawn/room", "Did you mean \"sala\"")]
    [InlineData("/scene/spawn", "{\"position\": [1, 2]}", "/scene/spawn/position", "3 numbers")]
    [InlineData("/scene/model", "7", "/scene/model", "a string")]
    [InlineData("/scene/model", "\"../lab.glb\"", "/scene/model", "without a folder")]
    [InlineData("/scene/model", "\"lab.gltf\"", "/scene/model", ".glb")]
    [InlineData("/scene/model", "\"gone.glb\"", "/scene/model", "a file gone.glb")]
    [InlineData("/scene/drawRooms", "1", "/scene/drawRooms", "true or false")]
    [InlineData("/scene/spawn", "7", "/scene/spawn", "an object")]
    [InlineData("/scene/rooms/sala/floor", null, "/scene/rooms/sala", "\"floor\"")]
    [InlineData("/scene/rooms/sala/floor", "[[0, 0], [1, 1]]", "/scene/rooms/sala/floor", "three corners")]
    [InlineData("/scene/rooms/sala/doors/0/wall", "4", "/scene/rooms/sala/doors/0/wall", "from 0 to 3")]
    [InlineData("/scene/rooms/sala/doors/0/at", "2.5", "/scene/rooms/sala/doors/0", "fits its wall of 3 m")]
    [InlineData("/scene/rooms/sala/furniture/0/kind", null, "/scene/rooms/sala/furniture/0", "\"kind\"")]
    [InlineData(Lamp + "/gemeo:room", "\"salla\"", Lamp + "/gemeo:room", "out of /scene/rooms")]
    public void A_spoilt_spot_is_told_with_its_pointer(string spoilt, string? value, string pointer, string expected)
    {
        using var folder = new LabFolder(SmallLab.With(spoilt, value));

        var thrown = Assert.Throws<LabException>(folder.Load);

        var fault = Assert.Single(thrown.Faults, f => f.Pointer == pointer && f.Expected.Contains(expected, StringComparison.Ordinal));
        Assert.Equal("lab.json", fault.File);
        Assert.NotNull(fault.Line);
        Assert.Equal<IEnumerable<LabFault>>(thrown.Faults, folder.Faults());
    }
}
