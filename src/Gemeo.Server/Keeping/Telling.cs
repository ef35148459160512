using System.Globalization;
using System.Text.Json;
using Gemeo.Hosting;

namespace Gemeo.Keeping;

/// <summary>Tells how far it is: a line for each tenth to a person, JSON a few times a second to the tool.</summary>
sealed class Telling(bool json, TextWriter result, TextWriter beside)
{
    const int Between = 100;

    string _step = "";
    double _done = -1;
    long _told;

    public void At(string step, double done)
    {
        var begins = step != _step;
        if (!begins && done < 1 && (json ? Environment.TickCount64 - _told < Between : done - _done < 0.1)) return;
        (_step, _done, _told) = (step, done, Environment.TickCount64);
        if (json) Json(new { step, done = Math.Round(done, 4) });
        else beside.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step} {done * 100:0} %"));
    }

    public void End(IReadOnlyDictionary<string, object> all)
    {
        if (json) Json(new { result = all });
        else result.WriteLine(string.Join(", ", all.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value}"))));
    }

    void Json(object document)
    {
        result.WriteLine(JsonSerializer.Serialize(document, JsonStyle.Web));
        result.Flush();
    }
}
