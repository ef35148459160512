using System.Collections.Frozen;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Stemming;

namespace Gemeo.Knowledge.Search.Queries;

/// <summary>Words that frame a question and name no subject: "qual é o <i>objetivo</i> de", "what is the main <i>advantage</i> of".</summary>
static class Framing
{
    static readonly FrozenSet<string> _pt = Stems(Lang.Pt, """
        objetivo finalidade funcao papel vantagem desvantagem beneficio tipo principal exemplo definicao significado significa nome
        diferenca caracteristica motivo razao forma maneira modo usado utilizado chamado conhecido responsavel seguinte existem
        feito fazer ocorre consiste serve refere
        """);

    static readonly FrozenSet<string> _en = Stems(Lang.En, """
        purpose function role advantage disadvantage benefit type kind main primary major key example definition meaning mean name
        difference characteristic reason way used use using called known responsible following true statement term refer stand
        describe provide concept goal objective aim potential
        """);

    public static bool Contains(Lang language, string stem) => (language == Lang.Pt ? _pt : _en).Contains(stem);

    static FrozenSet<string> Stems(Lang language, string words) =>
        words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(w => Stem.Of(w, language)).ToFrozenSet(StringComparer.Ordinal);
}
