using Gemeo.Fuzz.Attacks;
using Gemeo.Fuzz.Http;
using Gemeo.Fuzz.Mqtt;
using Gemeo.Fuzz.Pdf;
using Gemeo.Fuzz.Sockets;

namespace Gemeo.Fuzz;

/// <summary>The ways in.</summary>
public static class Doors
{
    public static readonly IReadOnlyList<string> Names = ["http", "ws", "mqtt", "pdf"];

    /// <param name="lab">The lab whose documents are changed.</param>
    public static IDoor Of(string name, string lab) => name switch
    {
        "http" => new HttpDoor(),
        "ws" => new SocketDoor(),
        "mqtt" => new MqttDoor(),
        _ => new PdfDoor(Path.Combine(lab, "documents")),
    };
}
