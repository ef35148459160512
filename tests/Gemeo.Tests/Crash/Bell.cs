using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Crash;

/// <summary>One stroke as the device was told it.</summary>
/// <param name="Again">The broker says that it may have told it before.</param>
sealed record Stroke(string Command, int Number, bool Again);

/// <summary>A device that counts how often it was told to ring, and reports the last stroke.</summary>
sealed class Bell
{
    public ConcurrentQueue<Stroke> Strokes { get; } = new();

    /// <summary>Stays connected, and comes back whenever it is cut off.</summary>
    public async Task Run(int port, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            try { await Stay(port, stop); }
            catch (Exception why) when (why is MQTTnet.Exceptions.MqttCommunicationException or InvalidOperationException or OperationCanceledException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
    }

    async Task Stay(int port, CancellationToken stop)
    {
        await using var device = await Device.Connect(port, "bell", clean: false);
        var gone = new TaskCompletionSource();
        device.Client.DisconnectedAsync += _ => { gone.TrySetResult(); return Task.CompletedTask; };
        device.Client.ApplicationMessageReceivedAsync += told =>
        {
            var words = Encoding.UTF8.GetString(told.ApplicationMessage.Payload.FirstSpan).Split(' ');
            Strokes.Enqueue(new(words[0], int.Parse(words[1], CultureInfo.InvariantCulture), told.ApplicationMessage.Dup));
            _ = Report(device, words[1]);
            return Task.CompletedTask;
        };
        await device.Hear("bell/set");
        await gone.Task.WaitAsync(stop);
    }

    static async Task Report(Device device, string stroke)
    {
        try { await device.Say("bell/last", stroke); }
        catch (Exception why) when (why is MQTTnet.Exceptions.MqttCommunicationException or OperationCanceledException or ObjectDisposedException) { /* it said so */ }
    }
}

/// <summary>What somebody who asked for a stroke was told.</summary>
/// <param name="Code">Of a refusal.</param>
sealed record Told(int Number, int Status, string? Code, string? Command);

/// <summary>Asks the bell to ring, ten times a second, and notes each answer.</summary>
sealed class Ringer(int http)
{
    public ConcurrentQueue<Told> Answers { get; } = new();

    public async Task Run(CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{http}") };
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var asked = new List<Task>();
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            asked.Add(Ask(client, number));
            await clock.WaitForNextTickAsync(CancellationToken.None);
        }
        await Task.WhenAll(asked);
    }

    async Task Ask(HttpClient client, int number)
    {
        using var body = new StringContent(number.ToString(CultureInfo.InvariantCulture), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/things/bell/actions/ring?timeout=2", body);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var command = answer.IsSuccessStatusCode ? said : said["command"];
        Answers.Enqueue(new(number, (int)answer.StatusCode, said["type"]?.GetValue<string>().Split(':')[^1], command?["id"]?.GetValue<string>()));
    }
}
