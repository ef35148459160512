using System.Globalization;
using System.Text;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench.Report;

/// <summary>A result in Markdown, <c>bench/results/&lt;date&gt;-&lt;what&gt;.md</c>; written after each part, so an end before its time loses little.</summary>
sealed class ResultFile
{
    readonly StringBuilder _text = new();
    readonly string _path;

    public ResultFile(string what, string command, DateTimeOffset now)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "bench", "results")).FullName;
        _path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd}-{what}.md"));
        Heading($"{what}, {now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC", 1);
        Line($"`dotnet run -c Release --project bench/Gemeo.Bench -- {command}`");
        Table(["", ""], Hardware.Rows());
    }

    public void Heading(string text, int level = 2) => _text.Append('#', level).Append(' ').AppendLine(text).AppendLine();

    public void Line(string text) => _text.AppendLine(text).AppendLine();

    public void Table(string[] head, IEnumerable<string[]> rows)
    {
        Row(head);
        Row([.. head.Select(_ => "---")]);
        foreach (var row in rows)
            Row(row);
        _text.AppendLine();
    }

    public void Save()
    {
        File.WriteAllText(_path, _text.ToString().TrimEnd() + "\n");
        Console.WriteLine($"written: {Path.GetRelativePath(Repository.Root, _path)}");
    }

    void Row(string[] cells) => _text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
