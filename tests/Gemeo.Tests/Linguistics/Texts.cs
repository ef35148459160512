using CsCheck;

namespace Gemeo.Tests.Linguistics;

/// <summary>Texts that nobody would write, and texts that somebody nearly would.</summary>
static class Texts
{
    static readonly string[] _bits =
    [
        "matrícula", "a", "de", "the", "5G", "n78", "RSRP", "TP-Link", "802.11ax", "C++", "3,5", "gNBs", "d'água", "StorageRequest", "ação", "ACAO",
        ".", "...", "?!", " ", "\n", "\n\n- ", "(", ")", "–", "\u00AD", "\u0301", "ﬁ", "İ", "ß", "\uD800", "\uDC00", "😀", "Ⅳ", "²", "K", "e.g.", "Fig. 3",
    ];

    public static Gen<string> Any { get; } = Gen.OneOf(
        Gen.String[0, 80],
        Gen.Char.Array[0, 60].Select(c => new string(c)),
        Gen.OneOf(_bits).Array[0, 40].Select(string.Concat),
        Gen.OneOf(_bits).Array[0, 40].Select(b => string.Join(' ', b)));
}
