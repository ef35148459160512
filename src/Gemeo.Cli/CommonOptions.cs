using System.CommandLine;

namespace Gemeo.Cli;

/// <summary>What every command understands.</summary>
public sealed class CommonOptions
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    public CommonOptions(Words words, Func<string, string?> environment)
    {
        Url = new("--url")
        {
            Description = words["Endereço do servidor (ou GEMEO_URL).", "The server's address (or GEMEO_URL)."],
            DefaultValueFactory = _ => environment("GEMEO_URL") is { Length: > 0 } url ? url : DefaultUrl,
            Recursive = true,
        };
        // No default value here: help prints defaults, and a key is nobody's business.
        Key = new("--key") { Description = words["Chave de acesso (ou GEMEO_KEY).", "Access key (or GEMEO_KEY)."], Recursive = true };
        Json = new("--json") { Description = words["JSON, para programas.", "JSON, for programs."], Recursive = true };
        Lang = new("--lang") { Description = words["Idioma: pt ou en.", "Language: pt or en."], Recursive = true };
        Lang.AcceptOnlyFromAmong("pt", "en");
    }

    public Option<string> Url { get; }
    public Option<string?> Key { get; }
    public Option<bool> Json { get; }
    public Option<string?> Lang { get; }

    public IEnumerable<Option> All => [Url, Key, Json, Lang];
}
