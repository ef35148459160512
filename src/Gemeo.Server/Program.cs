using Gemeo.Hosting;
using Gemeo.Keeping;
using Gemeo.Knowledge.Reading.Isolation;

return args is [ReadingWorker.Verb] ? ReadingWorker.Run() : KeepingProgram.Knows(args) ? await KeepingProgram.RunAsync(args) : await Server.RunAsync(args);
