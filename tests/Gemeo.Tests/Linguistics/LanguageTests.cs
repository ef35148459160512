using System.Text.Json;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Languages;

namespace Gemeo.Tests.Linguistics;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("onde fica a bancada", Lang.Pt)]
    [InlineData("Qual a potência do rádio?", Lang.Pt)]
    [InlineData("horario de matricula", Lang.Pt)]
    [InlineData("TEMPERATURA DO LABORATÓRIO", Lang.Pt)]
    [InlineData("como configurar o handover no gNB", Lang.Pt)]
    [InlineData("where is the bench", Lang.En)]
    [InlineData("How much power does the radio draw?", Lang.En)]
    [InlineData("booking rules", Lang.En)]
    [InlineData("enrolment deadline for the course Redes", Lang.En)]
    public void A_short_question_is_in_its_language(string text, Lang language) => Assert.Equal(language, LanguageGuess.Default.Of(text));

    [Theory]
    [InlineData("RSRP n78")]
    [InlineData("5G")]
    [InlineData("")]
    [InlineData("-90 dBm")]
    public void Codes_are_in_no_language(string text) => Assert.Null(LanguageGuess.Default.Of(text));

    [SharedDataFact]
    public void At_least_99_of_100_real_questions_are_in_their_language_with_or_without_accents()
    {
        var (right, all) = (0, 0);
        foreach (var name in (string[])["pira-dev", "faquad-dev", "teleqna-dev"])
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Folder!, "eval", name + ".json")));
            foreach (var question in document.RootElement.GetProperty("queries").EnumerateArray())
                foreach (var (key, language) in (ReadOnlySpan<(string, Lang)>)[("pt", Lang.Pt), ("en", Lang.En)])
                {
                    if (!question.TryGetProperty(key, out var text)) continue;
                    all += 2;
                    right += (LanguageGuess.Default.Of(text.GetString()!) == language ? 1 : 0) + (LanguageGuess.Default.Of(Folding.Fold(text.GetString())) == language ? 1 : 0);
                }
        }
        Assert.InRange((double)right / all, .99, 1);
    }
}
