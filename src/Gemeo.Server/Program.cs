using Gemeo.Hosting;

return await Server.RunAsync(args);
