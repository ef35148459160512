using Gemeo.Hosting;
using Gemeo.Keeping;
using Gemeo.Knowledge.Reading.Isolation;

return args switch
{
    [ReadingWorker.Verb] => ReadingWorker.Run(),
    [HealthVerb.Verb, .. var settings] => await HealthVerb.RunAsync(settings),
    _ when KeepingProgram.Knows(args) => await KeepingProgram.RunAsync(args),
    _ => await Server.RunAsync(args),
};
