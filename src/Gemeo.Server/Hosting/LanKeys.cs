using System.Globalization;
using Gemeo.Access;
using QRCoder;

namespace Gemeo.Hosting;

/// <summary><c>--lan</c>: opens the server to the local network with fresh keys, shown once with the address and a QR code.</summary>
public static class LanKeys
{
    /// <summary>Adds what <c>--lan</c> means to the configuration; what it gave is returned to be shown.</summary>
    public static (string Key, string User, string Password)? Apply(IConfigurationManager configuration, string[] args)
    {
        if (!args.Contains("--lan")) return null;
        var section = configuration.GetSection("Gemeo");
        var key = section["Key"] ?? Secret.New();
        var given = new Dictionary<string, string?> { ["Gemeo:Key"] = key, ["Gemeo:Mqtt:Address"] = "0.0.0.0" };
        var password = "";
        if (!section.GetSection("Mqtt:Users").GetChildren().Any()) given["Gemeo:Mqtt:Users:device"] = password = Secret.New();
        if (configuration["urls"] is null) given["urls"] = "http://0.0.0.0:8080";
        configuration.AddInMemoryCollection(given);
        return (key, "device", password);
    }

    public static void Show((string Key, string User, string Password) keys, OwnAddresses own, int port, int mqttPort, TextWriter to)
    {
        var host = own.Lan.FirstOrDefault(a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)?.ToString() ?? "127.0.0.1";
        var address = string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}/?key={keys.Key}");
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.L);
        to.WriteLine(new AsciiQRCode(code).GetGraphicSmall());
        to.WriteLine($"  {address}");
        to.WriteLine($"  API key       {keys.Key}");
        if (keys.Password.Length > 0) to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  MQTT          {host}:{mqttPort}  user {keys.User}  password {keys.Password}"));
        to.WriteLine("  These are shown once. To keep them, set Gemeo:Key and Gemeo:Mqtt:Users.");
    }
}
