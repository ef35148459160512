using CsCheck;
using Gemeo.Linguistics.Sentences;

namespace Gemeo.Tests.Linguistics;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("O laboratório abre às 8h. Fecha às 22h!|O laboratório abre às 8h.|Fecha às 22h!")]
    [InlineData("O prof. Silva e a Dra. Souza reservaram a sala. Ver Fig. 3.|O prof. Silva e a Dra. Souza reservaram a sala.|Ver Fig. 3.")]
    [InlineData("A tensão é de 3.3 V. Não use 5.0 V.|A tensão é de 3.3 V.|Não use 5.0 V.")]
    [InlineData("See J. Smith et al. The gain, i.e. the slope, grows.|See J. Smith et al. The gain, i.e. the slope, grows.")]
    [InlineData("Quem pode entrar? Todos…|Quem pode entrar?|Todos…")]
    [InlineData("Ele disse “não.” Ela saiu.|Ele disse “não.”|Ela saiu.")]
    public void Sentences_end_where_a_reader_ends_them(string case_)
    {
        var (text, sentences) = (case_.Split('|')[0], case_.Split('|')[1..]);
        Assert.Equal(sentences, Sentence.Split(text).Select(s => s.In(text).ToString()));
    }

    [Fact]
    public void Items_of_a_list_and_paragraphs_are_sentences_of_their_own()
    {
        const string Text = "Leve:\n- jaleco\n- óculos\n\nRegras gerais\n\nNão coma";
        Assert.Equal(["Leve:", "- jaleco", "- óculos", "Regras gerais", "Não coma"], Sentence.Split(Text).Select(s => s.In(Text).ToString()));
    }

    [Fact]
    public void Every_sign_of_any_text_is_in_one_sentence_and_white_space_in_none_of_their_ends() => Texts.Any.Sample(text =>
    {
        var at = 0;
        foreach (var span in Sentence.Split(text))
        {
            Assert.True(string.IsNullOrWhiteSpace(text[at..span.Start]));
            Assert.True(span.Length > 0 && !char.IsWhiteSpace(text[span.Start]) && !char.IsWhiteSpace(text[span.End - 1]));
            at = span.End;
        }
        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
    }, iter: 20_000);
}
