using Gemeo.Hosting;
using Gemeo.Knowledge.Reading.Isolation;

return args switch
{
    [ReadingWorker.Verb] => ReadingWorker.Run(),
    [HealthVerb.Verb, .. var settings] => await HealthVerb.RunAsync(settings),
    _ => await Server.RunAsync(args),
};
