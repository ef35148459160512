using System.Text.Json;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Tests.Linguistics;

namespace Gemeo.Tests.Knowledge.Search;

/// <summary>Floors under what bench/ measures, a little below today's figures.</summary>
public sealed class QualityTests
{
    [SharedDataFact]
    public void Portuguese_questions_find_their_English_abstract() => Assert.InRange(Ndcg("pira-dev", "pt", "en"), .84, 1);

    [SharedDataFact]
    public void English_questions_find_their_Portuguese_abstract() => Assert.InRange(Ndcg("pira-dev", "en", "pt_mt"), .83, 1);

    [SharedDataFact]
    public void Portuguese_questions_find_their_Portuguese_passage() => Assert.InRange(Ndcg("faquad-dev", "pt", "pt"), .93, 1);

    [SharedDataFact]
    public void English_questions_find_their_English_sentence() => Assert.InRange(Ndcg("teleqna-dev", "en", "en"), .93, 1);

    static double Ndcg(string name, string asked, string told)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Folder!, "data", "eval", name + ".json")));
        using var index = new SearchIndex();
        index.Add(document.RootElement.GetProperty("passages").EnumerateArray().Select(p =>
            new Passage(p.GetProperty("id").GetInt32(), told == "en" ? Lang.En : Lang.Pt, p.GetProperty(told).GetString()!)));
        return document.RootElement.GetProperty("queries").EnumerateArray().Average(query =>
        {
            var gold = query.GetProperty("gold").GetInt32();
            var at = index.Search(query.GetProperty(asked).GetString()!).Select(h => h.Id).ToList().IndexOf(gold);
            return at >= 0 ? 1 / Math.Log2(at + 2) : 0;
        });
    }
}
