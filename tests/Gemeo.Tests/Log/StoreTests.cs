using Gemeo.Log;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Log;

public sealed class SqliteStoreTests : LogStoreCompliance
{
    readonly string _folder = Folder.New("store");

    protected override ILogStore Open() => new SqliteStore(_folder);

    protected override void Wipe() => Folder.Remove(_folder);
}

/// <summary>The double that other tests rely on is held to the same.</summary>
public sealed class MemoryStoreTests : LogStoreCompliance
{
    MemoryStore? _store;

    protected override ILogStore Open() => _store ??= new();

    protected override void Wipe() => _store = null;
}
