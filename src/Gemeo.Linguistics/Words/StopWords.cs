using System.Collections.Frozen;

namespace Gemeo.Linguistics.Words;

/// <summary>Words that say nothing about what a text is about; folded.</summary>
public static class StopWords
{
    static readonly FrozenSet<string> _pt = Set("""
        a à ao aos aquela aquelas aquele aqueles aquilo as até com como da das de dela delas dele deles depois do dos e é ela elas ele
        eles em entre era eram essa essas esse esses esta está estão estas estava este estes eu foi foram for fosse há isso isto já lhe
        lhes lo la los las mais mas me mesmo meu meus minha minhas muito na nas nem no nos nós não num numa o os ou para pela pelas pelo pelos
        per por porque qual quais quando quanto quantos quanta quantas que quê quem se seja sem ser será seu seus só sua suas são também te tem
        têm ter teu tua um uma umas uns você vocês vos onde aonde cada sobre sob desde dentro então assim porém pois cujo cuja cujos cujas
        tal tais pode podem poderia ser sendo sido deve devem dessa desse desta deste disso disto nessa nesse nesta neste nisso nisto daquela daquele
        """);

    static readonly FrozenSet<string> _en = Set("""
        a an and are as at be been being but by can could did do does for from had has have he her his how i if in into is it its may me might
        my no nor not of on or our shall she should so some such than that the their them then there these they this those to was we were what when
        where which who whom whose why will with would you your us am
        s t d m ll re ve don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn needn mustn ain
        """);

    public static bool Contains(Lang language, string folded) => (language == Lang.Pt ? _pt : _en).Contains(folded);

    static FrozenSet<string> Set(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(w => Folding.Fold(w)).ToFrozenSet(StringComparer.Ordinal);
}
