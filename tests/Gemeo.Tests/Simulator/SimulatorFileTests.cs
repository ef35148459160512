using Gemeo.Simulator;
using Xunit;

namespace Gemeo.Tests.Simulator;

public sealed class SimulatorFileTests
{
    static async Task<SimulatorFile> Read(string json)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, json);
            return await SimulatorFile.ReadAsync(file, CancellationToken.None);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_bare_list_of_devices_is_enough()
    {
        var file = await Read("""[ { "id": "a", "kind": "door" }, /* and */ { "id": "b", "kind": "lamp", "restore": true }, ]""");
        Assert.Equal(["a", "b"], file.Devices!.Select(device => device.Id));
    }

    [Theory]
    [InlineData("""[{"id":"a","kind":"toaster"}]""", "the kind of a must be one of lamp")]
    [InlineData("""[{"id":"a","kind":"lamp"},{"id":"a","kind":"door"}]""", "two devices are called a")]
    [InlineData("""[{"id":"a/b","kind":"lamp"}]""", "cannot be an id")]
    [InlineData("""[{"kind":"lamp"}]""", "id")]
    [InlineData("""[{"id":"a","kind":"lamp","tpoic":"x"}]""", "tpoic")]
    [InlineData("""{"load":{"sensors":0}}""", "sensors must be between")]
    [InlineData("{", "JSON")]
    public async Task What_is_wrong_is_named(string json, string fault)
    {
        var thrown = await Assert.ThrowsAsync<SimulatorFileException>(() => Read(json));
        Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var thrown = await Assert.ThrowsAsync<SimulatorFileException>(() => SimulatorFile.ReadAsync("nowhere.json", CancellationToken.None));
        Assert.Contains("nowhere.json", thrown.Message, StringComparison.Ordinal);
    }
}
