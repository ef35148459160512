#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>What was reported, and how the lab stood (docs/history.md). Without times it is the last 24 hours.</summary>
    public sealed class History
    {
        const int PageSize = 10_000;
        readonly Api _api;

        internal History(Api api) => _api = api;

        /// <summary>Every reading of a property or event between two times, both in, oldest first; page by page as they are taken.</summary>
        public async IAsyncEnumerable<Reading> Readings(string thing, string name, DateTimeOffset? from = null, DateTimeOffset? to = null, [EnumeratorCancellation] CancellationToken cancel = default)
        {
            var (asked, next) = (default(string), from?.Iso());
            do
            {
                asked = next;
                var page = await _api.Get(Path(thing, name, asked, to, ("limit", Number(PageSize))), cancel);
                foreach (var item in Items(page, "items")) yield return Reading.Read(item);
                next = page.Text("next");
            }
            // More readings within one microsecond than a page holds: going on would begin there for ever.
            while (next != null && next != asked);
        }

        /// <summary>A chart of so many points at most (2 to 5,000), with the least and the most of each kept.</summary>
        public async Task<Chart> Chart(string thing, string name, int points, DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancel = default) =>
            Client.Chart.Read(await _api.Get(Path(thing, name, from?.Iso(), to, ("points", Number(points))), cancel));

        /// <summary>A file for a spreadsheet, given piece by piece as it comes: a year is never in memory.</summary>
        public Task Csv(string thing, string name, Action<string> piece, DateTimeOffset? from = null, DateTimeOffset? to = null, int? points = null, CancellationToken cancel = default) =>
            _api.Stream("GET", Path(thing, name, from?.Iso(), to, ("format", "csv"), ("points", points is { } n ? Number(n) : null)), null, "text/csv", piece, cancel);

        /// <summary>Every thing's properties as they were known at an instant.</summary>
        /// <exception cref="GoneException">It is older than what is kept.</exception>
        public async Task<Past> At(DateTimeOffset instant, CancellationToken cancel = default) => Past.Read(await _api.Get(Paths.Query("things", ("at", instant.Iso())), cancel));

        internal static IEnumerable<JToken> Items(JToken of, string name) => of.At(name) is JArray items ? items : Enumerable.Empty<JToken>();

        static string Path(string thing, string name, string? from, DateTimeOffset? to, params (string, string?)[] more)
        {
            var path = Paths.Thing(thing) + "/history/" + Uri.EscapeDataString(name);
            return Paths.Query(Paths.Query(path, ("from", from), ("to", to?.Iso())), more);
        }

        static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
