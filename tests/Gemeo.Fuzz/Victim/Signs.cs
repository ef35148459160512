using Gemeo.Fuzz.Attacks;

namespace Gemeo.Fuzz.Victim;

/// <summary>Signs of life when it is over.</summary>
/// <param name="Lamp">How the lamp's two orders ended.</param>
public sealed record Signs(string Lamp, TimeSpan? Reading, string Health)
{
    public static async Task<Signs> AfterAsync(RunningServer server, Witness witness, TimeSpan within, Findings findings, CancellationToken cancel)
    {
        if (!server.Target.Alive) return new("dead", null, "dead");
        try
        {
            var signs = new Signs(await witness.OrderAsync(cancel), await witness.ReadingAsync(within, cancel), await HealthAsync(server.Target, cancel));
            if (signs.Lamp != "200 confirmed, 200 confirmed") findings.Add("the lamp does not obey: " + signs.Lamp);
            if (signs.Reading is null) findings.Add("a reading is not there in time when it is over");
            if (!signs.Health.StartsWith("200", StringComparison.Ordinal)) findings.Add("ill: " + signs.Health);
            return signs;
        }
        catch (Exception why) when (why is HttpRequestException or System.Net.Sockets.SocketException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            findings.Add("it does not answer when it is over: " + why.Message);
            return new("none", null, why.Message);
        }
    }

    static async Task<string> HealthAsync(Target target, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = target.Url };
        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancel)}";
    }
}
