#nullable enable
namespace Gemeo.Client
{
    /// <summary>Why an order did not end well, in a sentence: a command on record holds the code only. The server's own words (docs/errors.md).</summary>
    static class Reasons
    {
        public static string Sentence(string? reason, string? language)
        {
            var english = language != null && language.StartsWith("en", System.StringComparison.OrdinalIgnoreCase);
            switch (reason)
            {
                case "offline": return english ? "The device is off or out of reach." : "O dispositivo está desligado ou fora da rede.";
                case "no-answer": return english ? "The device did not answer" : "O dispositivo não respondeu";
                case "not-sent": return english ? "The order could not be sent to the device." : "A ordem não pôde ser enviada ao dispositivo.";
                case "superseded": return english ? "A newer order took the place of this one." : "Uma ordem mais nova tomou o lugar desta.";
                case "restarted": return english ? "The server restarted before the answer; the result is unknown." : "O servidor reiniciou antes da resposta; o resultado é desconhecido.";
                default: return reason ?? "";
            }
        }
    }
}
