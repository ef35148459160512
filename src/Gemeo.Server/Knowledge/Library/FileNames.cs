using System.Globalization;
using System.Text;

namespace Gemeo.Knowledge.Library;

/// <summary>Names that came over the network, made harmless: no folders, nothing unseen, nothing that HTML or a shell would take for its own.</summary>
public static class FileNames
{
    const int Longest = 150;
    const string Nameless = "document";

    public static readonly string[] Endings = [".pdf", ".md", ".markdown", ".txt"];

    public static string Safe(string? given)
    {
        var name = (given ?? "").Replace('\\', '/');
        var safe = new StringBuilder();
        foreach (var rune in name[(name.LastIndexOf('/') + 1)..].Normalized().EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsUnseen(rune)) continue;
            safe.Append("<>:\"|?*&'`$".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        }
        var clean = safe.ToString().Trim().TrimStart('.').Trim();
        return clean.Length == 0 ? Nameless : clean.Length <= Longest ? clean : Shorter(clean);
    }

    /// <summary>The ending, if it says what the file is; empty otherwise.</summary>
    public static string Ending(string name) => Path.GetExtension(name).ToLowerInvariant() is var ending && Endings.Contains(ending) ? ending : "";

    // The ending says what the file is, so it stays.
    static string Shorter(string name)
    {
        var ending = Ending(name);
        var keep = Longest - ending.Length;
        if (char.IsHighSurrogate(name[keep - 1])) keep--;
        return name[..keep].TrimEnd() + ending;
    }

    static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    // Half a surrogate pair has no normal form.
    static string Normalized(this string text)
    {
        try { return text.Normalize(); }
        catch (ArgumentException) { return text; }
    }
}
