using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Fuzz.Mqtt;

namespace Gemeo.Fuzz.Victim;

/// <summary>An honest device and an honest person in the midst of it: a thing of their own that nobody else knows.</summary>
public sealed class Witness : IDisposable
{
    const string Thing = "testemunha-honesta", Topic = "fuzz/testemunha/valor", Lamp = "lampada-bancada";

    /// <summary>Not to be lied on: a lamp that is said to be off, by whoever may, rightly gets no order.</summary>
    public const string LampStatus = $"lab/{Lamp}/status";

    readonly HttpClient _http;
    readonly Socket _device = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    int _said;

    public Witness(Target target)
    {
        _http = new HttpClient { BaseAddress = target.Url, Timeout = TimeSpan.FromSeconds(15) };
        _device.Connect(IPAddress.Loopback, target.MqttPort);
        _device.Send(Packets.Connect(4, "testemunha", Target.User, Target.Password, keepAlive: 0));
        _ = SwallowAsync();
    }

    async Task SwallowAsync()
    {
        var buffer = new byte[1024];
        try { while (await _device.ReceiveAsync(buffer.AsMemory()) > 0) { } }
        catch (Exception why) when (why is SocketException or ObjectDisposedException) { }
    }

    public async Task AddThingAsync(CancellationToken cancel)
    {
        using var body = new StringContent($$$$$$"""
            {"@context":["https://www.w3.org/2022/wot/td/v1.1",{"gemeo":"urn:gemeo:vocabulary#","mqv":"https://www.w3.org/2019/wot/mqtt#"}],"id":"{{{{{{Thing}}}}}}","title":"Testemunha","base":"mqtt://127.0.0.1:1883/",
            "securityDefinitions":{"nosec":{"scheme":"nosec"}},"security":"nosec","properties":{"valor":{"type":"integer","readOnly":true,"forms":[{"href":"{{{{{{Topic}}}}}}","contentType":"text/plain"}]}}}
            """, new MediaTypeHeaderValue("application/td+json"));
        var answer = await _http.PostAsync(new Uri("/things", UriKind.Relative), body, cancel);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException("The witness is not let in: " + await answer.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>How long a reading takes from the device to whoever asks; null when it is not there in time.</summary>
    public async Task<TimeSpan?> ReadingAsync(TimeSpan within, CancellationToken cancel)
    {
        var value = (++_said).ToString(CultureInfo.InvariantCulture);
        var began = Stopwatch.GetTimestamp();
        await _device.SendAsync(Packets.Publish(4, Topic, Encoding.UTF8.GetBytes(value), qos: 0, packet: 0).AsMemory(), cancel);
        while (Stopwatch.GetElapsedTime(began) < within)
        {
            using var answer = await _http.GetAsync(new Uri($"/things/{Thing}/properties/valor", UriKind.Relative), cancel);
            if (answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync(cancel) == value) return Stopwatch.GetElapsedTime(began);
            await Task.Delay(5, cancel);
        }
        return null;
    }

    /// <summary>Whether the lamp obeys and says so: the state that its order ended in.</summary>
    public async Task<string> OrderAsync(CancellationToken cancel)
    {
        var states = new List<string>();
        foreach (var action in (string[])["desligar", "ligar"])
        {
            var answer = await _http.PostAsync(new Uri($"/things/{Lamp}/actions/{action}", UriKind.Relative), null, cancel);
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel));
            states.Add($"{(int)answer.StatusCode} {body?["state"] ?? body?["type"]}");
        }
        return string.Join(", ", states);
    }

    public void Dispose()
    {
        _http.Dispose();
        _device.Dispose();
    }
}
