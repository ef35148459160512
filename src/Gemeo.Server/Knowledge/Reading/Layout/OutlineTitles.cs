using System.Text;

namespace Gemeo.Knowledge.Reading.Layout;

/// <summary>The titles of a file's outline (bookmarks), found again on its pages by their letters; each as often as it is listed.</summary>
sealed class OutlineTitles
{
    public static OutlineTitles None => new([]);

    readonly Dictionary<string, Queue<int>> _depths = [];

    public OutlineTitles(IEnumerable<(string Title, int Depth)> titles)
    {
        foreach (var (title, depth) in titles)
        {
            var key = Key(title);
            if (key.Length == 0) continue;
            if (!_depths.TryGetValue(key, out var depths)) _depths.Add(key, depths = new());
            depths.Enqueue(depth);
        }
        IsEmpty = _depths.Count < 2;
    }

    public bool IsEmpty { get; }

    /// <summary>1 for the outermost; null when the text is no title.</summary>
    public int? DepthOf(string text)
    {
        if (_depths.Count == 0 || !_depths.TryGetValue(Key(text), out var depths) && !_depths.TryGetValue(Key(WithoutWord(text)), out depths)) return null;
        return depths.Count > 1 ? depths.Dequeue() : depths.Peek();
    }

    /// <summary>"Chapter 3 Title" is listed as "Title".</summary>
    static string WithoutWord(string text)
    {
        var space = text.IndexOf(' ');
        return space > 0 && space + 1 < text.Length && char.IsDigit(text[space + 1]) ? text[(space + 1)..] : "";
    }

    /// <summary>Letters only, without the number before them.</summary>
    static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (char.IsLetter(c)) key.Append(char.ToLowerInvariant(c));
            else if (char.IsDigit(c) && key.Length > 0) key.Append(c);
        return key.ToString();
    }
}
