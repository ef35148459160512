using System.Globalization;
using System.Text;

namespace Gemeo.Bench.Documents;

/// <summary>Words and how often each occurs; order does not matter.</summary>
sealed class WordBag
{
    readonly Dictionary<string, int> _counts = [];

    public int Count { get; private set; }

    public static WordBag Of(IEnumerable<string> words)
    {
        var bag = new WordBag();
        foreach (var word in words) bag.Add(word);
        return bag;
    }

    public static WordBag OfText(string text) => Of(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How many words both hold.</summary>
    public int Shared(WordBag other) => _counts.Sum(c => Math.Min(c.Value, other._counts.GetValueOrDefault(c.Key)));

    /// <summary>Ligatures and accents are written alike by all before they are compared.</summary>
    void Add(string word)
    {
        var plain = new string([.. word.Normalize(NormalizationForm.FormKC).Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))]);
        if (plain.Length == 0) return;
        _counts[plain] = _counts.GetValueOrDefault(plain) + 1;
        Count++;
    }
}
