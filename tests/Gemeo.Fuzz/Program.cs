using System.Globalization;
using Gemeo.Fuzz;
using Gemeo.Fuzz.Attacks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancel.Cancel();
};
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
try
{
    if (options.Play is { } file) return await Run.AgainAsync(Case.Load(file), options, cancel.Token) ? 0 : 1;
    var clean = true;
    foreach (var door in options.What == "all" ? Doors.Names : [options.What]) clean &= await Run.DoorAsync(door, options, cancel.Token);
    return clean ? 0 : 1;
}
catch (OperationCanceledException)
{
    return 130;
}
