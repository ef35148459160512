namespace Gemeo.Tests.Knowledge.Intake;

/// <summary>The demo lab's own documents, asked across the two languages.</summary>
public sealed class SampleLibraryTests
{
    [Fact]
    public async Task A_question_finds_the_page_of_a_document_in_the_other_language()
    {
        await using var server = await TestServer.Start(Path.Combine(Repository.Root, "labs", "demo"));
        await Documents.Until(async () => (await server.Http.All()) is { Count: 5 } all && all.All(d => d.State() == "ready"), "the sample documents");
        (string Question, string Document, string Fact)[] asked =
        [
            ("Quanto tempo a unidade de rádio leva para ligar?", "equipment-manual.pdf", "140 seconds"),
            ("De quanto em quanto tempo se limpam os filtros?", "equipment-manual.pdf", "three weeks"),
            ("O que significa o código E4?", "equipment-manual.pdf", "E4"),
            ("Qual é o torque de aperto dos conectores?", "equipment-manual.pdf", "1.7 N"),
            ("Qual foi a taxa de uplink medida?", "5g-measurements.pdf", "61"),
            ("What minimum distance from the antenna do the safety rules ask for?", "normas-de-seguranca.pdf", "1,20 m"),
            ("What is the extension of surveillance?", "normas-de-seguranca.pdf", "4021"),
            ("How many working days of notice does a booking of the 5G room need?", "reservas-e-uso.pdf", "dois dias úteis"),
            ("What share of parking sensor readings are errors?", "projetos.pdf", "0,7 %"),
            ("What is the budget of the project in reais?", "projetos.pdf", "328.500"),
        ];
        var missed = new List<string>();
        foreach (var (question, document, fact) in asked)
        {
            var found = await server.Http.Search(question, "&limit=3");
            if (!found.Any(i => i!["document"]!["name"]!.GetValue<string>() == document && i["text"]!.GetValue<string>().Contains(fact, StringComparison.Ordinal)))
                missed.Add($"{question} → {string.Join(" | ", found.Select(i => $"{i!["document"]!["name"]} p. {i["page"]} {i["score"]}"))}");
        }
        Assert.Empty(missed);
        var traced = (await server.Http.Search(asked[0].Question, "&limit=1&trace=true"))[0]!;
        Assert.Equal(traced["score"]!.GetValue<double>(), traced["trace"]!["sum"]!.GetValue<double>(), 3);
    }
}
