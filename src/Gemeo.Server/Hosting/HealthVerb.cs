using System.Net;

namespace Gemeo.Hosting;

/// <summary><c>Gemeo.Server healthcheck</c>: asks the server that runs with the same settings whether it is ready. For containers, whose images have no curl.</summary>
public static class HealthVerb
{
    public const string Verb = "healthcheck";

    static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    /// <returns>0 when it is ready, 1 when it is not, with what it said on the output.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            using var http = Client();
            using var answer = await http.GetAsync(Address(args));
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception why) when (why is HttpRequestException or OperationCanceledException or FormatException or UriFormatException)
        {
            await Console.Error.WriteLineAsync(why is OperationCanceledException ? $"no answer within {_patience.TotalSeconds} s" : why.Message);
            return 1;
        }
    }

    // The certificate is made out to another name than loopback, and who answers there is this container itself.
    static HttpClient Client() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true, AllowAutoRedirect = false }) { Timeout = _patience };

    /// <summary>The first address that the server listens on, by loopback where it listens on all.</summary>
    internal static Uri Address(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddJsonFile(Path.GetFullPath(SettingNames.File), optional: true)
            .AddEnvironmentVariables().AddCommandLine(args).Build();
        var first = (configuration["urls"] ?? "http://127.0.0.1:8080").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
        var address = BindingAddress.Parse(first);
        var host = address.Host is "*" or "+" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))) ? "127.0.0.1" : address.Host;
        return new Uri($"{address.Scheme}://{host}:{address.Port}/health/ready");
    }
}
