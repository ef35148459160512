using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Tests.Assistant.Intents;

public sealed class VocabularyTests
{
    [Theory, InlineData("words.tsv"), InlineData("times.tsv")]
    public void Every_row_has_a_sense_a_language_and_phrases(string file)
    {
        foreach (var row in Table.Rows(file))
        {
            Assert.Equal(3, row.Length);
            Assert.True(Enum.TryParse<Sense>(row[0], out _), row[0]);
            Assert.NotEmpty(Table.List(row[2]));
            Assert.Equal(Table.List(row[2]).Length, Table.List(row[2]).Distinct().Count());
        }
    }

    [Fact]
    public void Every_sense_has_words()
    {
        var used = Table.Rows("words.tsv").Concat(Table.Rows("times.tsv")).Select(r => Enum.Parse<Sense>(r[0])).ToHashSet();
        Assert.DoesNotContain(Enum.GetValues<Sense>(), s => !used.Contains(s));
    }

    [Fact]
    public void No_word_that_orders_may_hold_keeps_an_order_from_being_one()
    {
        // Else no order with it would ever act, or worse: the guard would be passed over.
        Sense[] free = [Sense.Filler, Sense.Please, Sense.Hello, Sense.Address, Sense.Now];
        Sense[] guards = [Sense.Modal, Sense.Negation, Sense.Later, Sense.Reported, Sense.Notify];
        foreach (var lang in (string[])["pt", "en"])
        {
            var rows = Table.Rows("words.tsv").Where(r => r[1] == lang).ToList();
            var both = Words(free).Intersect(Words(guards)).ToList();
            Assert.Empty(both);

            IEnumerable<string> Words(Sense[] senses) => rows.Where(r => senses.Contains(Enum.Parse<Sense>(r[0]))).SelectMany(r => Table.List(r[2])).Select(Stems.Fold);
        }
    }

    [Theory]
    [InlineData("ligar", "ligue liga liguem ligar", "ligou liguei ligaram", "ligado ligadas")]
    [InlineData("colocar", "coloque coloca", "colocou", "colocado")]
    [InlineData("acender", "acenda acende", "acendeu", "acendido")]
    [InlineData("abrir", "abra abre", "abriu abriram", "abrido")]
    [InlineData("proteger", "proteja protege", "protegeu", "protegido")]
    [InlineData("seguir", "siga segue", "seguiu", "seguido")]
    public void Portuguese_verbs_are_conjugated(string infinitive, string orders, string past, string participles)
    {
        var forms = Conjugation.Portuguese(infinitive).ToLookup(f => f.Item2, f => f.Item1);
        var missing = orders.Split(' ').Where(f => !forms[VerbForm.Order].Contains(f) && !forms[VerbForm.Infinitive].Contains(f))
            .Concat(past.Split(' ').Except(forms[VerbForm.Past])).Concat(participles.Split(' ').Except(forms[VerbForm.Participle]));
        // What is irregular in its stem (siga) is given by hand in verbs.tsv.
        Assert.Equal(infinitive == "seguir" ? ["siga"] : [], missing);
    }

    [Theory]
    [InlineData("luzes", "luz"), InlineData("lâmpadas", "lampada"), InlineData("sensores", "sensor"), InlineData("painéis", "painel"), InlineData("estações", "estação")]
    [InlineData("lights", "light"), InlineData("switches", "switch"), InlineData("batteries", "battery"), InlineData("ligadas", "ligado"), InlineData("terminais", "terminal")]
    [InlineData("screens", "screen"), InlineData("tables", "table"), InlineData("ｌｉｇｈｔ", "light")]
    public void Number_and_gender_fall_away(string a, string b) => Assert.Equal(Stems.Of(Stems.Fold(b)), Stems.Of(Stems.Fold(a)));

    [Theory]
    [InlineData("porta", "portão"), InlineData("ar", "área"), InlineData("luz", "luva"), InlineData("on", "off")]
    public void Different_words_stay_apart(string a, string b) => Assert.NotEqual(Stems.Of(Stems.Fold(b)), Stems.Of(Stems.Fold(a)));
}
