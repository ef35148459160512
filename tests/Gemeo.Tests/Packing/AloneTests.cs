using Gemeo.Knowledge.Reading.Isolation;
using Gemeo.Tests.Crash;
using Gemeo.Tests.Knowledge;

namespace Gemeo.Tests.Packing;

/// <summary>The server as it is handed out: started by its own host, with no dotnet to call.</summary>
public sealed class AloneTests
{
    [Fact]
    public async Task A_server_without_dotnet_on_the_path_reads_a_PDF_in_a_process_of_itself()
    {
        var (lab, data, port) = (Folder.New("lab"), Folder.New("data"), Mosquitto.FreePort());
        await File.WriteAllTextAsync(Path.Combine(lab, "lab.json"), TestLab.Lamp);
        await using (await ServerProcess.StartAlone(data, port, $"--Gemeo:Lab={lab}", "--Gemeo:Mqtt:Port=0"))
        {
            using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
            var read = await http.Read("a.pdf", Documents.Pdf("Uma página.", "Outra página."));
            Assert.Equal(("ready", 2), (read.State(), read["pages"]!.GetValue<int>()));
        }
        Folder.Remove(data);
        Folder.Remove(lab);
    }

    [Theory]
    [InlineData("/opt/gemeo/Gemeo.Server", "/opt/gemeo/Gemeo.Server.dll", "/opt/gemeo/Gemeo.Server")]
    [InlineData("Gemeo.Server.exe", "Gemeo.Server.dll", "Gemeo.Server.exe")]
    [InlineData("/opt/gemeo/anything", "", "/opt/gemeo/anything")]
    [InlineData("/usr/bin/dotnet", "/x/Gemeo.Server.dll", "/usr/bin/dotnet /x/Gemeo.Server.dll")]
    [InlineData("/x/testhost", "/x/Gemeo.Server.dll", "/sdk/dotnet /x/Gemeo.Server.dll")]
    [InlineData("testhost.exe", "Gemeo.Server.dll", "/sdk/dotnet Gemeo.Server.dll")]
    public void It_calls_itself_by_the_host_that_runs_it(string host, string assembly, string expected)
    {
        var (program, arguments) = ReadingProcess.Command(host, assembly, "/sdk/dotnet");
        Assert.Equal(expected, string.Join(' ', [program, .. arguments]));
    }
}
