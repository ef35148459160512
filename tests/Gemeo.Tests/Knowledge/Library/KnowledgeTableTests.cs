using Gemeo.Knowledge.Library;
using Gemeo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Tests.Knowledge.Library;

/// <summary>No lab loses its documents: files of before there were migrations open, and a PostgreSQL takes over what lay in a file.</summary>
public sealed class KnowledgeTableTests : IDisposable
{
    readonly string _data = Folder.New("data"), _database = Postgres.Shared.Schema();

    string File_ => Path.Combine(_data, "knowledge.db");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_file_from_before_there_were_migrations_keeps_its_documents(int number)
    {
        await Before(number);
        await KnowledgeTables.MakeFileAsync(File_, default);
        await KnowledgeTables.MakeFileAsync(File_, default);
        await using var db = Open();
        Assert.Equal("manual.pdf", (await db.Documents.SingleAsync()).Name);
        Assert.Equal(1, await db.Chunks.CountAsync());
        Assert.Equal(0, await db.Vectors.CountAsync());
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_refused_as_it_lies()
    {
        await Before(3);
        await Assert.ThrowsAsync<InvalidDataException>(() => KnowledgeTables.MakeFileAsync(File_, default));
        await using var db = Open();
        Assert.Equal(1, await db.Documents.CountAsync());
    }

    // As versions up to 0.1 made it.
    async Task Before(int number)
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        db.Add(new Document { Id = "a", Name = "manual.pdf", Hash = "x", State = DocumentState.Ready, Edition = 1, Shown = 1 });
        db.Add(new PageRow { DocumentId = "a", Edition = 1, Number = 1, Text = "texto", Words = [1, 2] });
        db.Add(new ChunkRow { DocumentId = "a", Edition = 1, Page = 1, Section = "", Start = 0, Length = 5, Language = "pt" });
        await db.SaveChangesAsync();
        if (number == 1) await db.Database.ExecuteSqlRawAsync("drop table vectors");
        await db.Database.ExecuteSqlRawAsync(number switch { 1 => "pragma user_version = 1", 2 => "pragma user_version = 2", _ => "pragma user_version = 3" });
    }

    SqliteKnowledgeDb Open() => new(KnowledgeTables.Sqlite($"Data Source={File_};Pooling=False"));

    [Fact]
    public async Task A_server_that_is_given_a_database_takes_over_documents_and_conversations_of_its_folder_once()
    {
        string conversation, id;
        await using (var server = await TestServer.Start(TestLab.Lamp, _data, "--Gemeo:Database="))
        {
            id = (await server.Http.Read("manual.txt", Documents.Text("A bancada tem uma lâmpada azul."))).Id();
            var (_, said) = await server.Post("/chat", new { message = "bom dia" }, ("Accept", "application/json"));
            conversation = said!["conversation"]!.GetValue<string>();
        }
        for (var start = 0; start < 2; start++)
        {
            await using var server = await TestServer.Start(TestLab.Lamp, _data, $"--Gemeo:Database={_database}");
            await Documents.Until(() => server.Http.Finds("A bancada tem uma lâmpada azul."), "the document");
            Assert.Contains(id, (await server.Http.All()).Select(d => d.Id()));
            Assert.Equal(2, (await server.Get("/conversations/" + conversation))!["messages"]!.AsArray().Count);
            Assert.Equal("ready", (await server.Http.Read($"outro{start}.txt", Documents.Text($"O rádio {start} está na sala."))).State());
            await server.Post("/chat", new { message = "boa noite", conversation }, ("Accept", "application/json"));
            Assert.Equal(4, (await server.Get("/conversations/" + conversation))!["messages"]!.AsArray().Count);
            Assert.Equal(204, (await server.Send(HttpMethod.Delete, "/conversations/" + conversation)).Status);
            if (start == 0) conversation = (await server.Post("/chat", new { message = "oi" }, ("Accept", "application/json"))).Body!["conversation"]!.GetValue<string>();
        }
        Assert.Equal(["assistant.db.moved", "knowledge.db.moved"], Directory.GetFiles(_data, "*.db*").Select(Path.GetFileName).Where(n => !n!.StartsWith("gemeo.db", StringComparison.Ordinal)).Order());
    }

    public void Dispose()
    {
        Postgres.Drop(_database);
        Folder.Remove(_data);
    }
}
