using Gemeo.Hosting;
using Gemeo.Knowledge.Reading.Isolation;

return args is [ReadingWorker.Verb] ? ReadingWorker.Run() : await Server.RunAsync(args);
