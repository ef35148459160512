using System.Text.Json;
using Gemeo.Assistant.Model.Checking;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Sentences;
using Gemeo.Tests.Knowledge;

namespace Gemeo.Tests.Assistant.Model;

public sealed class SupportTests
{
    /// <summary>Sentences of a Portuguese translation as claims: the English original must bear them out, another passage on the same field must not.</summary>
    [SharedFact("eval/pira-dev.json")]
    public void What_a_translation_says_is_borne_out_by_its_original_and_by_no_other_passage()
    {
        using var set = JsonDocument.Parse(File.ReadAllBytes(SharedData.File("eval/pira-dev.json")!));
        var passages = set.RootElement.GetProperty("passages").EnumerateArray().Where(p => p.TryGetProperty("pt_mt", out _)).Take(80)
            .Select(p => (Pt: p.GetProperty("pt_mt").GetString()!, En: Passage(p.GetProperty("en").GetString()!))).ToArray();
        var (claims, right, wrong) = (0, 0, 0);
        for (var i = 0; i < passages.Length; i++)
            foreach (var claim in Sentence.Split(passages[i].Pt).Select(s => s.In(passages[i].Pt).ToString()))
            {
                claims++;
                if (IsBorneOut(claim, passages[i].En)) right++;
                if (IsBorneOut(claim, passages[(i + 1) % passages.Length].En)) wrong++;
            }
        Assert.True(right >= 0.95 * claims && wrong <= 0.01 * claims, $"{claims} claims, {right} borne out by the original, {wrong} by another");
    }

    static Source Passage(string text) => new("d", "D", 1, null, text, 0, Lang.En, 1);

    static bool IsBorneOut(string claim, Source source) => Gemeo.Assistant.Model.Checking.Support.Of(claim, Lang.Pt, source) is { } place && Figures.AllIn(claim, [source.Text.Substring(place.Start, place.Length)]);
}
