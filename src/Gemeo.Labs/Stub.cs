using System.Collections.Frozen; using System.Collections.Immutable; using System.Text.Json;
namespace Gemeo.Labs;
public static class LabFile { public static Lab Load(string folder) {
  var things = new List<ThingDescription>();
  var dev = JsonElement.Parse("{}"u8);
  var none = FrozenDictionary<string, EventAffordance>.Empty;
  for (var i = 1; i <= 1000; i++) things.Add(new($"load-{i}", "x", dev, null, null, new Dictionary<string, PropertyAffordance>{["distance"]=new("distance", new DataSchema(DataType.Number), new Form($"load/{i}/distance", false), null, TimeSpan.FromSeconds(5), true)}.ToFrozenDictionary(), FrozenDictionary<string, ActionAffordance>.Empty, none, null, null));
  var on = new Form("lab/l/set", false, Words: null);
  things.Add(new("lamp", "x", dev, null, null, new Dictionary<string, PropertyAffordance>{["ligada"]=new("ligada", new DataSchema(DataType.Boolean), new Form("lab/l/state", false), on, TimeSpan.FromSeconds(2), true)}.ToFrozenDictionary(),
    new Dictionary<string, ActionAffordance>{["ligar"]=new("ligar", null, on with { Template = "ON" }, true, false, false, new("ligada", JsonElement.Parse("true"u8), ""), TimeSpan.FromSeconds(2))}.ToFrozenDictionary(), none, new(new Form("lab/l/status", false), "online","offline"), null));
  return new(Path.GetFullPath(folder), ImmutableDictionary<string,string>.Empty, "pt", TimeZoneInfo.Utc, [..things], [new("/lab/ligar_luz","lamp","ligar",null,null,ImmutableDictionary<string,string>.Empty.Add("pt","Luz ligada com sucesso!"),ImmutableDictionary<string,string>.Empty)], default);
} }
public static class ThingReader { public static ThingDescription? Read(JsonElement td, string file, string pointer, List<LabFault> faults) => null; }
public static class PublicTd { public static System.Text.Json.Nodes.JsonObject Of(ThingDescription t) => new(){["id"]=t.Id}; }
