using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Gemeo.Cli.Live;
using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Cli.Doctor;

/// <summary>The checks, from the outside in: without the first the others make no sense.</summary>
public sealed class Checks(Session session)
{
    static readonly TimeSpan _mostSkew = TimeSpan.FromSeconds(5);

    readonly Words _words = session.Words;
    readonly Api _api = session.Client.Api;

    public async IAsyncEnumerable<Finding> All([EnumeratorCancellation] CancellationToken cancel)
    {
        var (door, date) = await Door(cancel);
        yield return door;
        if (door.Health == Health.Ill) yield break;
        if (date is { } theirs) yield return Clock(theirs);
        var devices = new DeviceChecks(_words);
        foreach (var finding in await Look("ready", "health/ready", devices.Ready, cancel)) yield return finding;
        foreach (var finding in await Look("lab", "lab/", devices.Lab, cancel)) yield return finding;
        foreach (var finding in await Look("broker", "devices/", devices.Broker, cancel)) yield return finding;
        foreach (var finding in await Look("files", "devices/", devices.Files, cancel)) yield return finding;
        foreach (var finding in await Look("unmatched", "devices/unmatched", devices.Unmatched, cancel)) yield return finding;
        foreach (var finding in await Look("rejected", "devices/rejected", devices.Rejected, cancel)) yield return finding;
        foreach (var finding in await Socket(devices, cancel)) yield return finding;
    }

    async Task<(Finding, DateTimeOffset?)> Door(CancellationToken cancel)
    {
        var at = _api.Address.Root;
        try
        {
            var answer = await _api.Send("GET", "health/live", cancel: cancel);
            return (new("server", Health.Well, _words[$"O servidor responde em {at}", $"The server answers at {at}"]), answer.Date);
        }
        catch (RefusedException why)
        {
            return (new("key", Health.Ill, $"{at}: {why.Message}", why is NotAllowedException
                ? _words["Passe a chave em --key ou GEMEO_KEY; o nome do servidor deve estar em Gemeo:Hosts.", "Give the key by --key or GEMEO_KEY; the server's name must be in Gemeo:Hosts."]
                : _words["Veja o que o servidor escreve no seu terminal.", "See what the server writes in its terminal."]), null);
        }
        catch (UnreachedException why)
        {
            return (new("server", Health.Ill, _words[$"Ninguém responde em {at}: {why.Message}", $"Nobody answers at {at}: {why.Message}"],
                _words["Comece com ./dev up, ou diga o endereço com --url ou GEMEO_URL.", "Start it with ./dev up, or give its address by --url or GEMEO_URL."]), null);
        }
        catch (BadAnswerException)
        {
            return (new("server", Health.Ill, _words[$"Quem responde em {at} não é um servidor Gêmeo", $"What answers at {at} is not a Gêmeo server"],
                _words["Diga outro endereço com --url ou GEMEO_URL.", "Give another address by --url or GEMEO_URL."]), null);
        }
    }

    // The header has whole seconds, so half of one is nobody's fault.
    Finding Clock(DateTimeOffset theirs)
    {
        var skew = theirs.AddSeconds(0.5) - session.Time.GetUtcNow();
        var seconds = Math.Abs(skew.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return skew.Duration() <= _mostSkew
            ? new("clock", Health.Well, _words["Os relógios concordam", "The clocks agree"])
            : new("clock", Health.Ill, skew > TimeSpan.Zero
                ? _words[$"O relógio do servidor está {seconds} s adiantado", $"The server's clock is {seconds} s ahead"]
                : _words[$"O relógio do servidor está {seconds} s atrasado", $"The server's clock is {seconds} s behind"],
                _words["Ligue a hora pela rede (NTP) nas duas máquinas.", "Turn on network time (NTP) on both machines."]);
    }

    async Task<IEnumerable<Finding>> Look(string check, string path, Func<JToken, IEnumerable<Finding>> read, CancellationToken cancel)
    {
        try
        {
            return [.. read(await _api.Get(path, cancel))];
        }
        // "Not ready" is a refusal in form only: it carries the parts.
        catch (RefusedException why) when (check == "ready" && why.Refusal.Document is { } parts) { return [.. read(parts)]; }
        catch (GemeoException why) { return [new(check, Health.Ill, $"/{path}: {why.Message}")]; }
    }

    async Task<IEnumerable<Finding>> Socket(DeviceChecks devices, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var now = await Standing.Snapshot(session, cancel);
            var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
            return [new("ws", Health.Well, _words[$"/ws responde ({took} ms até o retrato)", $"/ws answers ({took} ms to the snapshot)"]), .. devices.Presence(now)];
        }
        catch (GemeoException why)
        {
            return [new("ws", Health.Ill, $"/ws: {why.Message}", _words["Um proxy no caminho deve deixar passar WebSocket (Upgrade).", "A proxy on the way must let WebSocket (Upgrade) pass."])];
        }
    }
}
