using System.Globalization;
using Gemeo.Bench;

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
try
{
    return await Suite.RunAsync(Options.Parse(args), string.Join(' ', args), cancel.Token);
}
catch (OperationCanceledException)
{
    return 130;
}
