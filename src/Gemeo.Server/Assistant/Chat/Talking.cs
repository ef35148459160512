using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Intents;

namespace Gemeo.Assistant.Chat;

/// <summary>What is said when nothing of the lab is asked.</summary>
static class Talking
{
    public static string Help(Hearer hearer) => hearer.Of(
        "Respondo sobre o laboratório ao vivo (\"a luz está ligada?\", \"quais luzes estão acesas?\"), sobre o que já houve (\"qual foi a maior temperatura ontem?\"), "
        + "faço o que você mandar (\"ligue a lâmpada da bancada\", \"ajuste o ar para 22 graus\"), desfaço (\"desfaz\") e procuro nos documentos. Uma pergunta nunca liga nem desliga nada.",
        "I answer about the lab as it is (\"is the light on?\", \"which lights are on?\"), about what happened (\"what was the highest temperature yesterday?\"), "
        + "do what you order (\"turn on the bench lamp\", \"set the air conditioner to 22 degrees\"), undo (\"undo\") and look into the documents. A question never switches anything.");

    public static string Of(Talk about, Hearer hearer) => about switch
    {
        Talk.Hello => hearer.Of("Olá! Pergunte sobre o laboratório ou diga o que fazer.", "Hello! Ask about the lab, or say what to do."),
        Talk.Thanks => hearer.Of("De nada.", "You are welcome."),
        Talk.Bye => hearer.Of("Até logo.", "Goodbye."),
        Talk.HowAreYou => hearer.Of("Tudo em ordem por aqui. E o laboratório, quer saber como está?", "All is well here. Would you like to know how the lab is?"),
        _ => hearer.Of("Sou o assistente deste laboratório: leio o que os dispositivos informam e dou as ordens que você der.", "I am this lab's assistant: I read what the devices report and give the orders that you give."),
    };
}
