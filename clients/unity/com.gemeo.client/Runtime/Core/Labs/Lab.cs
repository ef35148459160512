#nullable enable
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>The lab as its files describe it: what there is, not how it stands.</summary>
    public sealed class Labs
    {
        readonly Api _api;

        internal Labs(Api api) => _api = api;

        public async Task<Lab> Get(CancellationToken cancel = default) => new Lab(await _api.Get("lab/", cancel));

        /// <summary>Every thing's description.</summary>
        public async Task<IReadOnlyList<ThingDescription>> Things(CancellationToken cancel = default)
        {
            var things = new List<ThingDescription>();
            var answer = await _api.Send("GET", "things?limit=1000", cancel: cancel);
            while (true)
            {
                things.AddRange(answer.Body.Select(json => new ThingDescription(json)));
                if (answer.Next is null) return things;
                answer = await _api.Send("GET", answer.Next, cancel: cancel);
            }
        }

        /// <exception cref="NotThereException">No thing has this id.</exception>
        public async Task<ThingDescription> Thing(string id, CancellationToken cancel = default) => new ThingDescription(await _api.Get(Paths.Thing(id), cancel));
    }

    /// <summary>Name, language, scene and shortcuts of the lab.</summary>
    public sealed class Lab
    {
        internal Lab(JToken document) => Document = document;

        public JToken Document { get; }

        /// <summary>In this language if it has it, else in any.</summary>
        public string Name(string language) =>
            Document.Text("name", language) ?? (Document.At("name") is JObject names ? names.PropertyValues().Select(name => name.Text()).FirstOrDefault() : null) ?? Document.Text("name") ?? "";

        public string? Language => Document.Text("language");

        public string? TimeZone => Document.Text("timeZone");

        /// <summary>The 3D world (docs/vocabulary.md); null for a lab without one.</summary>
        public JToken? Scene => Document.At("scene") is JObject { Count: > 0 } scene ? scene : null;

        /// <summary>Addresses for buttons: <c>/lab/ligar_luz</c>.</summary>
        public IReadOnlyList<string> Shortcuts => History.Items(Document, "shortcuts").Select(s => s.Text("path") ?? "").ToList();
    }

    /// <summary>A W3C Thing Description, read as far as a client needs it.</summary>
    public sealed class ThingDescription
    {
        /// <param name="document">As <c>GET /things/{id}</c> gives it.</param>
        public ThingDescription(JToken document) => Document = document;

        public JToken Document { get; }

        public string Id => Document.Text("id") ?? "";

        public string Title => Document.Text("title") ?? Id;

        /// <summary>What it looks like: <c>lamp</c>, <c>sensor</c>, <c>door</c>…</summary>
        public string? Kind => Document.Text("gemeo:kind");

        public string? Room => Document.Text("gemeo:room");

        public IReadOnlyList<string> Properties => Names("properties");

        public IReadOnlyList<string> Actions => Names("actions");

        public IReadOnlyList<string> Events => Names("events");

        /// <summary>A property's data schema: type, unit, least and most; null when there is no such property.</summary>
        public JToken? Property(string name) => Document.At("properties", name);

        IReadOnlyList<string> Names(string of) => Document.At(of) is JObject all ? all.Properties().Select(p => p.Name).ToList() : new List<string>();
    }
}
