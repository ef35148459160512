using System.Globalization;
using Gemeo.Bench;
using Gemeo.Bench.Presence;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancel.Cancel();
};
if (args is ["micro", .. var rest])
{
    BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Options).Assembly).Run(rest);
    return 0;
}
if (args is ["crowd", var port])
    return new Crowd(int.Parse(port)).Run(Console.In, Console.Out);
try
{
    return await Suite.RunAsync(Options.Parse(args), string.Join(' ', args), cancel.Token);
}
catch (OperationCanceledException)
{
    return 130;
}
