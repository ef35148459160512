using System.Text.RegularExpressions;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Quotes;

/// <summary>What a question wants to hear, told by how it begins and by what an answer looks like. No more than a hint.</summary>
sealed partial class Wanted(Regex asked, Regex told)
{
    // Patterns are bounded in time by the engine: none goes back over what it read.
    const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    static readonly Wanted[] _all =
    [
        new(Ask(@"quanto tempo|que frequencia|quant[oa]s (segundos|minutos|horas|dias|semanas|meses|anos|vezes)|how (long|often|soon|far in advance)|how many (seconds|minutes|hours|days|weeks|months|years|times)"),
            Tell($@"(\d|\b({Numbers})) ?(s|ms|min|h|segundos?|minutos?|horas?|dias?|semanas?|mês|mes|meses|anos?|vez|vezes|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times)\b|\b(dias? úteis|working days?|every|a cada|often|sempre)\b")),
        new(Ask(@"quant[oa]s?|how (many|much|far|high|big|large|fast|heavy|tall)|(qual|what|which)( (e|foi|era|is|was|are))?( (a|o|the))? (distancia|valor|preco|numero|ramal|percentual|porcentagem|quantidade|altura|peso|velocidade|potencia|tamanho|total|orcamento|torque|temperatura|number|price|value|distance|height|weight|power|size|total|budget|level|percentage|speed|temperature)|que numero"),
            Tell($@"\d|\b({Numbers})\b")),
        new(Ask(@"quando|(que|qual) (ano|data|dia|mes|epoca|seculo|decada|periodo)|qual( (e|foi))? (o ano|a data)|when|(what|which) (year|date|day|month)"),
            Tell(@"\b(1\d{3}|20\d{2})\b|\d{1,2}[/:h]\d{1,2}|\b(janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|January|February|March|April|May|June|July|August|September|October|November|December|século|century|segunda|terça|quarta|quinta|sexta|sábado|domingo|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")),
        new(Ask("quem|who|whose|whom"),
            Tell(@"\p{Lu}\p{Ll}+ ((de|da|do|dos|das|e|of|van|von) )?\p{Lu}\p{Ll}+|\b([Pp]rofessora?|[Cc]oordenadora?|técnic[oa]|equipe|staff|team|people|pessoas?)\b")),
        new(Ask(@"por ?que|por qual (motivo|razao)|qual( (e|foi))? (o motivo|a razao|a causa)|why|what is the reason"),
            Tell(@"\b([Pp]orque|[Pp]ois|devido|por causa|para que|a fim de|já que|uma vez que|visto que|because|since|due to|so that|in order to|therefore|portanto)\b")),
        new(Ask(@"onde|aonde|(que|qual) (lugar|local|cidade|pais|estado|sala|predio)|where|(what|which) (city|country|place|room|building)"),
            Tell(@"\b(em|no|na|nos|nas|in|at|on) (the )?\p{Lu}|\b(sala|prédio|edifício|rua|campus|room|building|wall|parede|lado|beside|under|behind|cidade|city)\b")),
    ];

    const string Numbers = "uma?|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze|quatorze|quinze|vinte|trinta|quarenta|cinquenta|sessenta|oitenta|noventa|cem|cento|mil|milhão|milhões|"
        + "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million";

    /// <summary>Null when the question gives no hint.</summary>
    public static Wanted? By(string question)
    {
        var folded = Folding.Fold(question);
        return Array.Find(_all, w => w.IsAsked(folded));
    }

    bool IsAsked(string folded) => asked.IsMatch(folded);

    public bool IsIn(ReadOnlySpan<char> quote) => told.IsMatch(quote);

    static Regex Ask(string words) => new($@"\b({words})\b", Plain);

    static Regex Tell(string pattern) => new(pattern, Plain);
}
