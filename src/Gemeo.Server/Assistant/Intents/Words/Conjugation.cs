using Gemeo.Assistant.Intents.Reading;

namespace Gemeo.Assistant.Intents.Words;

/// <summary>Makes the forms of regular verbs, folded. Irregular ones are given by hand.</summary>
static class Conjugation
{
    /// <param name="given">[imperatives / past / participles], besides the regular ones; null when there are none besides.</param>
    public static IEnumerable<(string, VerbForm)> Portuguese(string infinitive, string? given = null)
    {
        var verb = Stems.Fold(infinitive);
        var parts = (given ?? "//").Split('/');
        // Without its accent the infinitive of pôr is a preposition.
        if (verb == "por") return Given(parts, "", "", "");
        var (stem, kind) = (verb[..^2], verb[^2]);
        var soft = Soft(stem, kind);
        var imperatives = kind == 'a' ? $"{stem}a {soft}e {soft}em" : kind == 'e' ? $"{stem}e {soft}a {soft}am" : $"{stem}e {soft}a {soft}am";
        var past = kind switch
        {
            'a' => $"{stem}ou {soft}ei {stem}aram {stem}amos {stem}ava {stem}avam",
            'e' => $"{stem}eu {stem}i {stem}eram {stem}emos {stem}ia {stem}iam",
            _ => $"{stem}iu {stem}i {stem}iram {stem}imos {stem}ia {stem}iam",
        };
        var participle = kind == 'a' ? $"{stem}ad" : $"{stem}id";
        return
        [
            (verb, VerbForm.Infinitive),
            .. Given(parts, imperatives, past, $"{participle}o {participle}a {participle}os {participle}as"),
            ($"{stem}{(kind == 'a' ? "asse" : kind == 'e' ? "esse" : "isse")}", VerbForm.Wish),
            .. $"{stem}o {stem}am {stem}em {stem}{kind}ndo {verb}a {verb}ia {verb}ei {verb}ao {verb}iam {verb}em".Split(' ').Select(f => (f, VerbForm.Other)),
        ];
    }

    /// <param name="given">[past participle] of an irregular verb; null when regular.</param>
    public static IEnumerable<(string, VerbForm)> English(string verb, string? given = null)
    {
        var silent = verb[^1] == 'e';
        var past = silent ? verb + "d" : verb[^1] == 'y' && !"aeiou".Contains(verb[^2]) ? verb[..^1] + "ied" : verb + "ed";
        var irregular = given?.Split(' ');
        return
        [
            (verb, VerbForm.Order),
            (irregular?[0] ?? past, VerbForm.Past),
            (irregular?[^1] ?? past, VerbForm.Participle),
            ((silent ? verb[..^1] : irregular?[0] == verb || given is not null && "tpn".Contains(verb[^1]) ? verb + verb[^1] : verb) + "ing", VerbForm.Gerund),
            (verb + "ing", VerbForm.Gerund),
            (verb[^1] is 's' or 'h' or 'x' ? verb + "es" : past.EndsWith("ied", StringComparison.Ordinal) ? verb[..^1] + "ies" : verb + "s", VerbForm.Other),
        ];
    }

    static IEnumerable<(string, VerbForm)> Given(string[] parts, string imperatives, string past, string participles) =>
    [
        .. Forms(parts, 0, imperatives, VerbForm.Order), .. Forms(parts, 1, past, VerbForm.Past), .. Forms(parts, 2, participles, VerbForm.Participle),
    ];

    static IEnumerable<(string, VerbForm)> Forms(string[] parts, int i, string regular, VerbForm form) =>
        $"{(i < parts.Length ? parts[i] : "")} {regular}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => (Stems.Fold(f), form));

    // ligar → ligue, colocar → coloque; erguer → erga, eleger → eleja. A folded ç needs nothing.
    static string Soft(string stem, char kind) => kind switch
    {
        'a' when stem[^1] == 'g' => stem + "u",
        'a' when stem[^1] == 'c' => stem[..^1] + "qu",
        'e' or 'i' when stem.EndsWith("gu", StringComparison.Ordinal) => stem[..^1],
        'e' or 'i' when stem[^1] == 'g' => stem[..^1] + "j",
        _ => stem,
    };
}
