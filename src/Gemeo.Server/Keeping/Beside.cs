using Gemeo.Access.Store;
using Gemeo.Assistant.Conversations;
using Gemeo.Hosting;
using Gemeo.Knowledge.Library;

namespace Gemeo.Keeping;

/// <summary>What is remembered beside the log: documents, conversations, keys and accounts.</summary>
static class Beside
{
    public static IReadOnlyList<SideTables> All { get; } = [KnowledgeTables.Side, ConversationTables.Side, AccessStore.Side];

    /// <summary>Their files as a PostgreSQL has them, each as of one moment, into a folder; which there are.</summary>
    public static IReadOnlyList<string> WriteAll(string database, string folder, string ending, CancellationToken cancel)
    {
        var written = new List<string>();
        foreach (var side in All)
            if (side.WriteAsync(database, Path.Combine(folder, side.File + ending), cancel).GetAwaiter().GetResult()) written.Add(Path.Combine(folder, side.File));
        return written;
    }
}
