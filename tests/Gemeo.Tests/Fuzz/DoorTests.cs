using Gemeo.Fuzz;
using Gemeo.Fuzz.Attacks;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Tests.Fuzz;

/// <summary>A little of <c>./dev fuzz</c>, always the same, at a server in a process of its own: what would kill it must not take the tests along.</summary>
public sealed class DoorTests
{
    const ulong Seed = 26;
    static readonly string _lab = Path.Combine(Repository.Root, "labs", "demo");

    [Fact]
    public Task Broken_requests_get_no_500_and_the_lamp_obeys_afterwards() => Attacked("http", 300);

    [Fact]
    public Task Broken_frames_end_no_more_than_their_socket() => Attacked("ws", 120);

    [Fact]
    public Task Broken_packets_end_no_more_than_their_connection() => Attacked("mqtt", 200);

    [Fact]
    public Task Broken_documents_are_read_or_refused_with_a_reason() => Attacked("pdf", 6);

    [Fact]
    public void A_case_comes_again_from_its_seed_and_from_its_file()
    {
        var made = Doors.Of("mqtt", _lab).Make(Seed, 7);
        Assert.Equal(made.Json(), Doors.Of("mqtt", _lab).Make(Seed, 7).Json());
        Assert.NotEqual(made.Json(), Doors.Of("mqtt", _lab).Make(Seed, 8).Json());
        var file = Path.Combine(Folder.New("case"), "case.json");
        File.WriteAllText(file, made.Json());
        Assert.Equal(made.Json(), Case.Load(file).Json());
        Folder.Remove(Path.GetDirectoryName(file)!);
    }

    static async Task Attacked(string name, long cases)
    {
        var findings = new Findings(null);
        await using var server = await RunningServer.StartAsync(Path.Combine(AppContext.BaseDirectory, "Gemeo.Server.dll"), _lab, documents: false, findings, CancellationToken.None);
        await Surroundings.LearnAsync(server.Target, Path.Combine(_lab, "lab.json"), CancellationToken.None);
        using var witness = new Witness(server.Target);
        await witness.AddThingAsync(CancellationToken.None);
        var attack = new Attack(Doors.Of(name, _lab), server.Target, findings);
        await attack.RunAsync(Seed, TimeSpan.FromMinutes(1), cases, CancellationToken.None);
        await Signs.AfterAsync(server, witness, TimeSpan.FromSeconds(10), findings, CancellationToken.None);
        Assert.Empty(findings.Kinds.Keys);
        Assert.True(attack.Tally.Cases >= cases / 2, $"{attack.Tally.Cases} cases");
    }
}
