using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>The whole numbers from one to another, both included, as JSON; made when asked for.</summary>
sealed class IntegerRange(int from, int to) : IReadOnlyList<JsonElement>
{
    public int Count => (int)Math.Min(int.MaxValue, (long)to - from + 1);

    public JsonElement this[int index] =>
        JsonElement.Parse(Encoding.ASCII.GetBytes((from + index).ToString(CultureInfo.InvariantCulture)));

    public IEnumerator<JsonElement> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
