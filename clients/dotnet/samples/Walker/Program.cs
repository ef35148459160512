// A bot that walks in a circle in a room of the lab, and says who comes and goes:
//   dotnet run --project clients/dotnet/samples/Walker -- http://127.0.0.1:8080 laboratorio Robô
using Gemeo.Client;

var (address, room, name) = (args.ElementAtOrDefault(0) ?? "http://127.0.0.1:8080", args.ElementAtOrDefault(1) ?? "laboratorio", args.ElementAtOrDefault(2) ?? "Robô");
using var ended = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    ended.Cancel();
};

// Nothing of the lab but its people.
var options = new ClientOptions { DispatchByHand = true };
options.Things.Add("-");
using var lab = new GemeoClient(address, options: options);
lab.StatusChanged += status => Console.WriteLine($"link: {status}");
lab.Presence.Joined += presence => Console.WriteLine($"{name} is in {presence.Room} as {presence.You}{(presence.IsObserver ? ", watching" : "")}");
lab.Presence.Refused += refusal => Console.WriteLine($"refused: {refusal.Erro} {refusal.Detail}");
lab.Presence.Came += person => Console.WriteLine($"came: {person.Name}");
lab.Presence.Left += person => Console.WriteLine($"left: {person.Name}");
lab.Presence.Moved += person => Console.WriteLine($"moved: {person.Name} {person.Pose.X:0.00} {person.Pose.Z:0.00}");
lab.Presence.Join(room, name, Walk.At(0));
lab.Start();

using var frames = new PeriodicTimer(TimeSpan.FromSeconds(1 / 15.0));
for (var seconds = 0.0; !ended.IsCancellationRequested && await frames.WaitForNextTickAsync(); seconds += 1 / 15.0)
{
    lab.Dispatch();
    lab.Presence.Move(Walk.At(seconds));
}

static class Walk
{
    const double Radius = 1.5, Metres = 1;

    /// <summary>One metre a second around a place; it looks where it goes: yaw 0 is north, -z.</summary>
    public static Pose At(double seconds)
    {
        var angle = seconds * Metres / Radius;
        return new Pose(5 + (Radius * Math.Cos(angle)), 0, 4 + (Radius * Math.Sin(angle)), Math.PI - angle);
    }
}
